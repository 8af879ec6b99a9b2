// A station that works: scan, and the answers come from a made-up delivery note.
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Language } from '../../../core/text.ts'
import { Button } from '../Button.tsx'
import { useLanguage } from '../language.tsx'
import { CameraScan } from './CameraScan.tsx'
import { DiscrepancyList } from './DiscrepancyList.tsx'
import type { Answer } from './ScanAnswer.tsx'
import { ScanAnswer } from './ScanAnswer.tsx'
import { ScanField } from './ScanField.tsx'
import { ScanLog } from './ScanLog.tsx'
import { StationFrame } from './StationFrame.tsx'
import { Tally } from './Tally.tsx'
import type { TallyCell } from './tally.ts'

const serial = (index: number): string => `PF2Z8${(index * 37 + 812).toString(36).toUpperCase()}`

const listed = (count: number, left: number): TallyCell[] =>
  Array.from({ length: count }, (_, index) => ({
    id: serial(index),
    label: serial(index),
    state: index === 16 ? 'missing' : index >= count - left ? 'left' : 'right',
  }))

export default function StationGallery() {
  const { language } = useLanguage()
  const t = (sv: string, en: string): string => (language === 'sv' ? sv : en)
  return (
    <section id="station-gallery" style={{ marginTop: 56 }}>
      <h2>Station</h2>
      <Receiving language={language} t={t} />
      <ScanAnswer
        language={language}
        answer={{
          id: 'w',
          is: 'wrong',
          code: '7KQ2N13',
          detail: t(
            'Står inte på följesedeln. Lägg åt sidan.',
            'Not on the delivery note. Put it aside.',
          ),
        }}
      />
      <ScanAnswer
        language={language}
        answer={{
          id: 'u',
          is: 'unknown',
          code: '0451',
          detail: t('Numret finns inte i registret.', 'The number is not in the register.'),
        }}
      />
      <ScanAnswer language={language} answer={null} />
      <div style={{ display: 'grid', gap: 40, maxWidth: 640 }}>
        <Tally language={language} cells={listed(320, 90)} newest={serial(229)} />
        <Tally language={language} cells={listed(1230, 330)} newest={serial(899)} />
      </div>
    </section>
  )
}

function Receiving({ language, t }: { language: Language; t: (sv: string, en: string) => string }) {
  const [cells, setCells] = useState<readonly TallyCell[]>(() => [
    ...listed(41, 2),
    { id: '7KQ2N13', label: '7KQ2N13', state: 'extra' },
  ])
  const [answer, setAnswer] = useState<Answer | null>({
    id: 'first',
    is: 'right',
    code: serial(36),
    detail: t(
      'Lenovo ThinkPad L13 G2, EX-104 126. Ska raderas: 1 disk.',
      'Lenovo ThinkPad L13 G2, EX-104 126. To be erased: 1 drive.',
    ),
  })
  const onScan = (code: string): void => {
    const cell = cells.find(({ id }) => id === code)
    setAnswer({
      id: crypto.randomUUID(),
      is: cell ? 'right' : 'unknown',
      code,
      detail: cell ? 'Lenovo ThinkPad L13 G2' : t('Numret finns inte här.', 'Not known here.'),
    })
    setCells(cells.map((one) => (one.id === code ? { ...one, state: 'right' } : one)))
  }
  const rows = [36, 35, 34, 33].map((index, place) => ({
    id: serial(index),
    at: `10.52.0${7 - place}`,
    code: serial(index),
    model: 'ThinkPad L13 G2',
    is: 'right' as const,
    word: t('stämmer', 'matches'),
  }))
  return (
    <StationFrame
      embedded
      language={language}
      name={t('Mottagning', 'Receiving')}
      title={t('Mottagning av pall P-0312', 'Receiving pallet P-0312')}
      facts={[
        { label: t('Pall', 'Pallet'), value: 'P-0312' },
        { label: t('Sändning', 'Shipment'), value: 'S-2026-0187' },
        { label: t('Från', 'From'), value: 'Exempelby kommun', minor: true },
        { label: t('Plombering', 'Seal'), value: t('88 131, hel', '88 131, intact'), minor: true },
      ]}
      queue={{ waiting: 118, offlineSince: '2026-03-12T09:42:00Z' }}
      leaveHref="/kit"
      left={
        <>
          <ScanField
            language={language}
            onScan={onScan}
            answer={answer}
            beside={<CameraScan language={language} onScan={onScan} />}
          />
          <ScanLog
            language={language}
            scans={[
              ...rows,
              {
                id: 'x',
                at: '10.51.48',
                code: '7KQ2N13',
                model: 'Latitude 5410',
                is: 'wrong',
                word: t('utöver listan', 'not on the list'),
              },
            ]}
          />
        </>
      }
      right={
        <>
          <Tally language={language} cells={cells} newest={answer?.code} />
          <DiscrepancyList
            items={[
              {
                id: 'a',
                code: serial(16),
                what: t('saknas', 'is missing'),
                detail: t(
                  'ThinkPad L13 G2. Packad av Depå Norr 11 mars, kolli 2.',
                  'ThinkPad L13 G2. Packed by Depå Norr 11 March, package 2.',
                ),
                act: <Button>{t('Fortsätt leta', 'Keep looking')}</Button>,
              },
              {
                id: 'b',
                code: '7KQ2N13',
                what: t('står inte på följesedeln', 'is not on the delivery note'),
                detail: t(
                  'Latitude 5410. I bruk enligt registret.',
                  'Latitude 5410. In use according to the register.',
                ),
                act: <Button>{t('Avgör', 'Decide')}</Button>,
              },
            ]}
          />
        </>
      }
      acts={
        <>
          <Button icon={Undo2}>{t('Ångra senaste', 'Undo latest')}</Button>
          <Button>{t('Märk som saknad', 'Mark as missing')}</Button>
          <Button
            cannot={t(
              '2 enheter är varken skannade eller märkta som saknade.',
              '2 devices are neither scanned nor marked as missing.',
            )}
          >
            {t('Stäng pallen', 'Close the pallet')}
          </Button>
        </>
      }
    />
  )
}
