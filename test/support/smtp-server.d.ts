// The parts of smtp-server that tests use; the package carries no types.
declare module 'smtp-server' {
  import type { Server, AddressInfo } from 'node:net'
  import type { Readable } from 'node:stream'
  export interface Session {
    readonly envelope: { readonly rcptTo: readonly { readonly address: string }[] }
  }
  export class SMTPServer {
    constructor(options: {
      disabledCommands?: string[]
      onData: (stream: Readable, session: Session, callback: (error?: Error) => void) => void
    })
    readonly server: Server
    listen(port: number, host: string, callback: () => void): void
    close(callback: () => void): void
    address?: () => AddressInfo
  }
}
