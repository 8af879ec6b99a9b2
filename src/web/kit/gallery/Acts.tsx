import { Download, Plus, Trash2, Upload } from 'lucide-react'
import { useState } from 'react'
import { Button, LinkButton } from '../Button.tsx'
import { Copy } from '../Copy.tsx'
import { Dialog } from '../Dialog.tsx'
import { useText } from '../language.tsx'
import { Menu } from '../Menu.tsx'
import { Section } from '../Page.tsx'
import { Segmented, Tabs } from '../Tabs.tsx'
import { Kbd } from '../values.tsx'

export function Acts() {
  const t = useText()
  const [asked, setAsked] = useState(false)
  const [span, setSpan] = useState<'days' | 'months'>('months')
  const [part, setPart] = useState('life')
  const destroy = t({ sv: 'Destruera 1 disk', en: 'Destroy 1 drive' })
  return (
    <Section title="Button, LinkButton, Menu, Dialog, Tabs, Segmented, Copy, Kbd">
      <div className="row">
        <Button kind="primary">{t({ sv: 'Boka hämtning', en: 'Book a collection' })}</Button>
        <Button>{t({ sv: 'Red ut', en: 'Sort out' })}</Button>
        <Button kind="quiet" icon={Plus}>
          {t({ sv: 'Ny enhet', en: 'New device' })}
        </Button>
        <Button icon={Upload}>{t({ sv: 'Läs in', en: 'Import' })}</Button>
        <Button small>{t({ sv: 'Attestera', en: 'Approve' })}</Button>
        <Button busy kind="primary">
          {t({ sv: 'Skickar', en: 'Sending' })}
        </Button>
        <LinkButton href="/kit" icon={Download}>
          {t({ sv: 'Ladda ner PDF', en: 'Download PDF' })}
        </LinkButton>
        <Copy />
        <Kbd>Ctrl K</Kbd>
      </div>
      <div className="row">
        <Button
          cannot={t({
            sv: '2 enheter är varken skannade eller märkta som saknade.',
            en: '2 devices are neither scanned nor marked as missing.',
          })}
        >
          {t({ sv: 'Stäng pallen', en: 'Close the pallet' })}
        </Button>
        <Menu
          text={t({ sv: 'Mer', en: 'More' })}
          acts={[
            { id: 'labels', text: t({ sv: 'Etiketter', en: 'Labels' }) },
            {
              id: 'sell',
              text: t({ sv: 'Sälj', en: 'Sell' }),
              cannot: t({ sv: 'Data är inte raderad', en: 'Data is not erased' }),
            },
            {
              id: 'drop',
              text: t({ sv: 'Utrangera', en: 'Decommission' }),
              icon: Trash2,
              parted: true,
            },
          ]}
        />
        <Button onPress={() => setAsked(true)}>{destroy}</Button>
        <Segmented
          label={t({ sv: 'Period', en: 'Period' })}
          value={span}
          onChange={setSpan}
          options={[
            { id: 'days', text: t({ sv: '30 dagar', en: '30 days' }) },
            { id: 'months', text: t({ sv: '12 månader', en: '12 months' }) },
          ]}
        />
      </div>
      <Tabs
        label={t({ sv: 'Delar', en: 'Parts' })}
        value={part}
        onChange={setPart}
        parts={[
          {
            id: 'life',
            text: t({ sv: 'Livet hittills', en: 'The life so far' }),
            count: '17',
            content: t({ sv: 'Utlämnad till Jonas Ek', en: 'Handed out to Jonas Ek' }),
          },
          { id: 'proof', text: t({ sv: 'Bevis', en: 'Proof' }), content: 'I-25-04412' },
        ]}
      />
      <Dialog
        open={asked}
        alert
        onClose={() => setAsked(false)}
        title={t({ sv: 'Destruera disken?', en: 'Destroy the drive?' })}
        acts={
          <Button kind="primary" onPress={() => setAsked(false)}>
            {destroy}
          </Button>
        }
      >
        <p>{t({ sv: 'Det går inte att ångra.', en: 'This cannot be undone.' })}</p>
      </Dialog>
    </Section>
  )
}
