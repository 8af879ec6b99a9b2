// One picture for all that is put up, with its words for those who do not see it.
import { useState } from 'react'
import { FileField } from '../../../../web/kit/field/FileField.tsx'
import { TextField } from '../../../../web/kit/field/TextField.tsx'
import { useText } from '../../../../web/kit/language.tsx'
import { stockTexts as texts } from '../../texts/seller.ts'
import { sendPhoto } from './send-photo.ts'

export type PictureState = ReturnType<typeof usePicture>

export function usePicture(to: Parameters<typeof sendPhoto>[1]) {
  const t = useText()
  const [files, setFiles] = useState<readonly File[]>([])
  const [alt, setAlt] = useState('')
  const [fault, setFault] = useState<Error | null>(null)
  const [sending, setSending] = useState(false)
  const [tried, setTried] = useState(false)
  const missing = files.length > 0 && !alt.trim() ? t(texts.altMissing) : null
  /** Sends what was chosen. @returns null while something is wrong with it */
  const sent = async () => {
    setTried(true)
    if (missing) return null
    setSending(true)
    setFault(null)
    try {
      return await Promise.all(
        files.map(async (file) => ({ photoId: await sendPhoto(file, to), alt: alt.trim() })),
      )
    } catch (cause) {
      setFault(cause instanceof Error ? cause : new Error(String(cause)))
      return null
    } finally {
      setSending(false)
    }
  }
  return { files, setFiles, alt, setAlt, fault, sending, wrong: tried ? missing : null, sent }
}

export function PictureFields({ files, setFiles, alt, setAlt, wrong }: PictureState) {
  const t = useText()
  return (
    <>
      <FileField
        label={t(texts.photo)}
        hint={t(texts.photoHint)}
        optional
        accept={['image/jpeg', 'image/png', 'image/webp']}
        files={files}
        onChange={setFiles}
      />
      {files.length > 0 && (
        <TextField
          label={t(texts.alt)}
          hint={t(texts.altHint)}
          maxLength={300}
          value={alt}
          onChange={setAlt}
          wrong={wrong}
        />
      )}
    </>
  )
}
