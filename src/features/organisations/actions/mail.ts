// The one way that letters leave: over the server that the installation names, or not at all.
import { createTransport } from 'nodemailer'

export interface Letter {
  /** The same letter sent again, after a crash in between, is the same to its reader. */
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly attachments?: readonly { readonly filename: string; readonly content: string }[]
}

export type Posted = 'sent' | 'no-server' | 'failed'

export async function post(letter: Letter, installation = 'omlopp.local'): Promise<Posted> {
  const server = process.env['OMLOPP_SMTP']
  if (!server) return 'no-server'
  const transport = createTransport(server)
  try {
    await transport.sendMail({
      from: process.env['OMLOPP_MAIL_FROM'] ?? `omlopp@${installation}`,
      to: [...letter.to],
      messageId: `<${letter.id}@${installation}>`,
      subject: letter.subject,
      text: letter.text,
      attachments: [...(letter.attachments ?? [])],
    })
    return 'sent'
  } catch (error) {
    // The address of the server may carry a password; only what it answered is told.
    const { responseCode, code } = error as { responseCode?: number; code?: string }
    process.stderr.write(
      `The letter ${letter.id} was not mailed: ${responseCode ?? code ?? 'no answer'}\n`,
    )
    return 'failed'
  } finally {
    transport.close()
  }
}
