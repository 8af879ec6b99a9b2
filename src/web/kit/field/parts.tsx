// What every field has: label above, hint under, and what is wrong as a sentence that says what to write.
import './field.css'
import '../popover.css'
import { TriangleAlert } from 'lucide-react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import { useText } from '../language.tsx'
import { texts } from '../../texts.ts'

export interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  /** The sentence that says what to write instead; the field is wrong while it stands here. */
  readonly wrong?: string | null | undefined
  /** Fields are required unless they say so: the word stands after the label. */
  readonly optional?: boolean | undefined
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
  readonly readOnly?: boolean | undefined
  readonly autoFocus?: boolean | undefined
  /** The label is said but not shown: a heading above it shows it for all. */
  readonly bare?: boolean | undefined
}

export const ariaOf = ({ wrong, optional, disabled, readOnly, name, autoFocus }: FieldProps) => ({
  isInvalid: Boolean(wrong),
  isRequired: !optional,
  isDisabled: Boolean(disabled),
  isReadOnly: Boolean(readOnly),
  validationBehavior: 'aria' as const,
  ...(name !== undefined && { name }),
  ...(autoFocus && { autoFocus }),
})

export function FieldLabel({ label, optional, bare }: FieldProps) {
  const t = useText()
  return (
    <Label className={bare ? 'label vh' : 'label'}>
      {label}
      {optional && <span className="opt">, {t(texts.voluntary)}</span>}
    </Label>
  )
}

export function FieldFoot({ hint, wrong }: FieldProps) {
  return (
    <>
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
      {wrong && (
        <FieldError className="wrong">
          <TriangleAlert aria-hidden />
          <span>{wrong}</span>
        </FieldError>
      )}
    </>
  )
}
