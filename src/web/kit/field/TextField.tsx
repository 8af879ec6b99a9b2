import { Input } from 'react-aria-components/Input'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { FieldFoot, FieldLabel, ariaOf, type FieldProps } from './parts.tsx'

export interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url'
  /** For the browser's own help: `email`, `current-password`, `off`. */
  readonly autoComplete?: string
  readonly maxLength?: number
  /** Serial numbers and the like: spaced a little, no spelling, no capitals. */
  readonly serial?: boolean
  readonly ref?: React.Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', autoComplete = 'off', maxLength, serial, ref } = props
  return (
    <AriaTextField
      {...ariaOf(props)}
      className="field"
      value={value}
      onChange={onChange}
      type={type}
      autoComplete={autoComplete}
      {...(maxLength !== undefined && { maxLength })}
      {...(serial && { spellCheck: 'false', autoCapitalize: 'off', autoCorrect: 'off' })}
    >
      <FieldLabel {...props} />
      <Input className={serial ? 'input sn' : 'input'} {...(ref && { ref })} />
      <FieldFoot {...props} />
    </AriaTextField>
  )
}

export function TextAreaField(
  props: FieldProps & {
    readonly value: string
    readonly onChange: (value: string) => void
    readonly maxLength?: number
  },
) {
  const { value, onChange, maxLength } = props
  return (
    <AriaTextField
      {...ariaOf(props)}
      className="field"
      value={value}
      onChange={onChange}
      {...(maxLength !== undefined && { maxLength })}
    >
      <FieldLabel {...props} />
      <TextArea className="input" rows={4} />
      <FieldFoot {...props} />
    </AriaTextField>
  )
}
