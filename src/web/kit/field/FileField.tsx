import { Upload, X } from 'lucide-react'
import { useId } from 'react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { TriangleAlert } from 'lucide-react'
import { Button, IconButton } from '../Button.tsx'
import { useFormat, useText } from '../language.tsx'
import { texts } from '../../texts.ts'
import type { FieldProps } from './parts.tsx'
import './field.css'

export interface FileFieldProps extends FieldProps {
  readonly files: readonly File[]
  readonly onChange: (files: readonly File[]) => void
  /** `['.csv', '.xlsx']` or types; says what the chooser shows, the server decides. */
  readonly accept?: readonly string[]
  readonly several?: boolean
}

export function FileField(props: FileFieldProps) {
  const { label, hint, wrong, files, onChange, accept, several = false } = props
  const t = useText()
  const { bytes } = useFormat()
  const id = useId()
  const add = (chosen: readonly File[]) =>
    onChange(several ? [...files, ...chosen] : chosen.slice(0, 1))
  return (
    <div className="field" role="group" aria-labelledby={`${id}-l`} aria-describedby={`${id}-d`}>
      <span className="label" id={`${id}-l`}>
        {label}
        {props.optional && <span className="opt">, {t(texts.voluntary)}</span>}
      </span>
      <DropZone
        className="drop"
        aria-label={label}
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          const dropped = items.filter((item) => item.kind === 'file')
          add(await Promise.all(dropped.map((item) => item.getFile())))
        }}
      >
        <FileTrigger
          allowsMultiple={several}
          {...(accept && { acceptedFileTypes: accept })}
          onSelect={(chosen) => chosen && add([...chosen])}
        >
          <Button icon={Upload}>{t(texts.chooseFile)}</Button>
        </FileTrigger>
        <span>{t(texts.dropFile)}</span>
      </DropZone>
      {files.length > 0 && (
        <ul className="files">
          {files.map((file) => (
            <li key={`${file.name}-${file.size}`}>
              <span className="grow">{file.name}</span>
              <span className="faint">{bytes(file.size)}</span>
              <IconButton
                icon={X}
                label={t(texts.removeFile, file.name)}
                onPress={() => onChange(files.filter((other) => other !== file))}
              />
            </li>
          ))}
        </ul>
      )}
      <div id={`${id}-d`}>
        {hint && <span className="hint">{hint}</span>}
        {wrong && (
          <span className="wrong">
            <TriangleAlert aria-hidden />
            <span>{wrong}</span>
          </span>
        )}
      </div>
    </div>
  )
}
