// The three ways to check without us, and the place to drop a file.
import { Download } from 'lucide-react'
import { LinkButton } from '../../../web/kit/Button.tsx'
import { Copy } from '../../../web/kit/Copy.tsx'
import { FileField } from '../../../web/kit/field/FileField.tsx'
import { TextField } from '../../../web/kit/field/TextField.tsx'
import { useText } from '../../../web/kit/language.tsx'
import { Section } from '../../../web/kit/Page.tsx'
import { publicTexts as texts } from '../texts/public.ts'

export function CheckYourself(props: {
  readonly download: string | null
  readonly fileName: string
  readonly file: File | null
  readonly onFile: (file: File | null) => void
  readonly key_: string
  readonly onKey: (key: string) => void
}) {
  const t = useText()
  const { download, fileName, file, onFile } = props
  return (
    <Section
      title={t(texts.self)}
      lead={download ? t(texts.selfHow) : undefined}
      acts={
        download && (
          <LinkButton icon={Download} href={download}>
            {t(texts.download)}
          </LinkButton>
        )
      }
    >
      <div className="proofways">
        <div>
          <h3>{t(texts.here)}</h3>
          <FileField
            label={t(texts.dropLabel)}
            hint={t(texts.dropHint)}
            accept={['.zip', '.pdf']}
            files={file ? [file] : []}
            onChange={(files) => onFile(files[0] ?? null)}
          />
          <TextField
            label={t(texts.key)}
            hint={t(texts.keyHint)}
            optional
            value={props.key_}
            onChange={props.onKey}
          />
        </div>
        <div>
          <h3>{t(texts.withCommand)}</h3>
          <Command text={`omlopp verify ${fileName}`} />
          <h3>{t(texts.withPython)}</h3>
          <p>
            {t(texts.pythonHow)} <a href="/verify.py">{t(texts.python)}</a>
          </p>
          <Command text={`python3 verify.py ${fileName}`} />
        </div>
      </div>
    </Section>
  )
}

const Command = ({ text }: { readonly text: string }) => (
  <p className="proofcommand">
    <code>{text}</code>
    <Copy text={text} />
  </p>
)
