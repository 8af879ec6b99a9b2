// Do we have one? What is asked of it, and the free devices of the pool that meet it.
import { useState } from 'react'
import { ChecksField } from '../../../../web/kit/field/CheckField.tsx'
import { NumberField } from '../../../../web/kit/field/NumberField.tsx'
import { SelectField } from '../../../../web/kit/field/SelectField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { Notice } from '../../../../web/kit/Notice.tsx'
import { Refusal } from '../../../../web/kit/Refusal.tsx'
import { Skeleton } from '../../../../web/kit/Skeleton.tsx'
import { osTexts } from '../../../catalogue/texts/words.ts'
import { PlaceField } from '../../../organisations/pages/fields/OrganisationFields.tsx'
import { hasScreen, hasSpecifications, isOsFamily, systemsFor } from '../../rules/needs.ts'
import { orderTexts } from '../../texts/pages.ts'
import { wizardTexts as texts } from '../../texts/wizard.ts'
import { nameOf } from '../device-name.ts'
import type { Draft } from './draft.ts'
import { StepForm } from './StepForm.tsx'

/** From there on the server counts no further. */
const COUNTED = 500

export function HaveStep({ draft }: { readonly draft: Draft }) {
  const t = useText()
  const { said, set, options, count } = draft
  const [tried, setTried] = useState(false)
  // What no longer fits cannot be reserved.
  const chosen = said.device.filter((id) => options?.pool.some(({ device }) => device.id === id))
  const tooMany = chosen.length > count
  return (
    <StepForm
      onNext={() => {
        setTried(true)
        if (options && !tooMany && !draft.contradiction) draft.go('reuse', { device: chosen })
      }}
    >
      <Asked draft={draft} />
      <Refusal problem={draft.error} />
      {options ? (
        <div role="status">
          <b>{t(texts.fits, options.poolCount, options.poolCount >= COUNTED)}</b>
        </div>
      ) : (
        !draft.error && <Skeleton lines={4} height={36} />
      )}
      {options && options.processorUnknownCount > 0 && (
        <p className="muted">
          {t(
            texts.processorUnknown,
            options.processorUnknownCount,
            options.processorUnknownCount >= COUNTED,
          )}
        </p>
      )}
      {options && options.poolCount === 0 && !options.services.some(({ meets }) => meets) && (
        <Notice tone="warn" title={t(texts.nobodyHas)} />
      )}
      {options && options.pool.length > 0 && (
        <ChecksField
          label={t(texts.chooseDevices)}
          hint={t(texts.chooseDevicesHint, Math.min(count, options.pool.length))}
          optional
          options={options.pool.map((one) => ({
            id: one.device.id,
            text: nameOf(one.device),
            note: [
              one.device.grade && t(orderTexts.grade, one.device.grade),
              one.memoryGb && `${one.memoryGb} GB`,
              one.storageGb && `${one.storageGb} GB`,
              isOsFamily(one.osFamily) && t(osTexts[one.osFamily]),
              one.place?.name,
            ]
              .filter(Boolean)
              .join(', '),
          }))}
          value={chosen}
          onChange={(device) => set({ device })}
          wrong={tooMany && (tried || count === 1) ? t(texts.tooMany, count) : null}
        />
      )}
    </StepForm>
  )
}

function Asked({ draft }: { readonly draft: Draft }) {
  const { said, set, seesUnits, contradiction } = draft
  const t = useText()
  return (
    <div className="ordasked">
      {hasSpecifications(said.kind) && (
        <>
          <NumberField
            label={t(texts.memory)}
            unit="GB"
            optional
            min={1}
            max={65_536}
            value={said.memory || null}
            onChange={(memory) => set({ memory: memory ?? 0 })}
          />
          <NumberField
            label={t(texts.storage)}
            unit="GB"
            optional
            min={1}
            max={1_000_000}
            value={said.storage || null}
            onChange={(storage) => set({ storage: storage ?? 0 })}
          />
          <NumberField
            label={t(texts.cores)}
            optional
            min={1}
            max={1024}
            value={said.cores || null}
            onChange={(cores) => set({ cores: cores ?? 0 })}
          />
          <NumberField
            label={t(texts.processor)}
            hint={t(texts.processorHint)}
            optional
            plain
            year
            min={2001}
            max={2100}
            value={said.processor || null}
            onChange={(processor) => set({ processor: processor ?? 0 })}
          />
          <SelectField
            label={t(texts.system)}
            optional
            options={[
              { id: 'any', text: t(texts.anySystem) },
              ...systemsFor(said.kind).map((id) => ({ id, text: t(osTexts[id]) })),
            ]}
            value={said.os || 'any'}
            onChange={(id) => set({ os: isOsFamily(id) ? id : '' })}
          />
        </>
      )}
      {hasScreen(said.kind) && (
        <NumberField
          label={t(texts.screen)}
          unit={t(texts.inches)}
          optional
          min={0.5}
          max={200}
          step={0.1}
          decimals={1}
          plain
          value={said.screen || null}
          onChange={(screen) => set({ screen: screen ?? 0 })}
          wrong={contradiction === 'leastScreenInches' ? t(texts.contradicts) : null}
        />
      )}
      <SelectField
        label={t(texts.grade)}
        optional
        options={[
          { id: '', text: t(texts.anyGrade) },
          ...(['A', 'B', 'C'] as const).map((id) => ({ id, text: id })),
        ].map(({ id, text }) => ({ id: (id || 'any') as 'any' | 'A' | 'B' | 'C', text }))}
        value={said.grade === '' || said.grade === 'D' ? 'any' : said.grade}
        onChange={(grade) => set({ grade: grade === 'any' ? '' : grade })}
      />
      {seesUnits && (
        <PlaceField
          label={t(texts.place)}
          optional
          value={said.place || null}
          onChange={(place) => set({ place })}
        />
      )}
    </div>
  )
}
