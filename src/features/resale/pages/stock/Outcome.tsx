// What became of many at once, with the reason for each that was refused.
import { Notice } from '../../../../web/kit/Notice.tsx'
import type { BulkOutcome } from '../../../../web/kit/table/SelectionBar.tsx'

export const Outcome = ({ outcome }: { readonly outcome: BulkOutcome }) => (
  <Notice tone={outcome.refused.length > 0 ? 'warn' : 'plain'} title={outcome.text}>
    {outcome.refused.map(({ name, why }) => (
      <p key={name}>
        <b>{name}</b> {why}
      </p>
    ))}
  </Notice>
)
