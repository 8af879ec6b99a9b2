import { Check, Copy as CopyIcon, Link as LinkIcon } from 'lucide-react'
import { useState } from 'react'
import { texts } from '../texts.ts'
import { Button } from './Button.tsx'
import { useText } from './language.tsx'

/** Copies a text; without one, the address of the page as it stands. */
export function Copy(props: { readonly text?: string; readonly children?: string }) {
  const t = useText()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(props.text ?? location.href)
    setCopied(true)
    setTimeout(() => setCopied(false), 2000)
  }
  const said = props.children ?? t(props.text === undefined ? texts.copyLink : texts.copy)
  return (
    <>
      <Button
        kind="quiet"
        small
        icon={copied ? Check : props.text === undefined ? LinkIcon : CopyIcon}
        onPress={() => void copy()}
      >
        {said}
      </Button>
      <span className="vh" role="status">
        {copied ? t(texts.copied) : ''}
      </span>
    </>
  )
}
