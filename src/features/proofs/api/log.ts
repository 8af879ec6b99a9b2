// The log: what anybody may read of it and a witness may add, and what its own organisation sets.
import { Type } from 'typebox'
import {
  Closed,
  DayType,
  endpoint,
  InstantType,
  Nullable,
  UuidType,
} from '../../../core/endpoint.ts'

const log = Closed({ organisationId: UuidType() })
const Size = (options: object = {}) => Type.Integer({ minimum: 0, maximum: 1e15, ...options })
const Key = Closed({
  vkey: Type.String(),
  from: InstantType(),
  until: Nullable(InstantType()),
})

/** Answered to anybody: sizes and hashes, and nothing of what they are hashes of. */
export const publicLogApi = {
  logCheckpoint: endpoint({
    method: 'GET',
    path: '/logs/{organisationId}/checkpoint',
    permission: 'public',
    summary: 'The newest signed head of a log as a C2SP checkpoint, or the one of a size.',
    params: log,
    query: Closed({ size: Type.Optional(Size()) }),
    output: Type.Any(),
    file: ['text/plain'],
    refusals: ['log-not-found', 'checkpoint-not-found'],
  }),
  logCheckpoints: endpoint({
    method: 'GET',
    path: '/logs/{organisationId}/checkpoints',
    permission: 'public',
    summary: 'The last head of each day on which the log grew, the newest first; or of one day.',
    params: log,
    query: Closed({ day: Type.Optional(DayType()) }),
    output: Closed({
      items: Type.Array(Closed({ day: DayType(), size: Size(), checkpoint: Type.String() })),
    }),
    refusals: ['log-not-found'],
  }),
  logConsistency: endpoint({
    method: 'GET',
    path: '/logs/{organisationId}/consistency',
    permission: 'public',
    summary: 'That the tree of one size is the beginning of another: RFC 6962, in base 64.',
    params: log,
    query: Closed({ from: Size(), to: Size() }),
    output: Closed({
      from: Size(),
      to: Size(),
      fromRoot: Type.String(),
      toRoot: Type.String(),
      path: Type.Array(Type.String()),
    }),
    refusals: ['log-not-found', 'log-shorter'],
  }),
  logKeys: endpoint({
    method: 'GET',
    path: '/logs/{organisationId}/keys',
    permission: 'public',
    summary: 'The keys that sign a log, how each took over from the one before, and its witnesses.',
    params: log,
    output: Closed({
      origin: Type.String(),
      keys: Type.Array(Key),
      rotations: Type.Array(Closed({ statement: Type.String(), signature: Type.String() })),
      witnesses: Type.Array(Type.String()),
    }),
    refusals: ['log-not-found'],
  }),
  cosignLog: endpoint({
    method: 'POST',
    path: '/logs/{organisationId}/cosignatures',
    permission: 'public',
    summary: 'A witness’s cosignature/v1: a signed head of the log with the witness’s line below.',
    params: log,
    body: Closed({ note: Type.String({ maxLength: 65_536 }) }),
    output: Closed({ size: Size(), accepted: Type.Integer() }),
    refusals: [
      'log-not-found',
      'note-unreadable',
      'checkpoint-not-found',
      'checkpoint-differs',
      'cosignature-unknown',
    ],
  }),
}

export const logApi = {
  getLog: endpoint({
    method: 'GET',
    path: '/log',
    permission: 'proofs.see',
    summary: 'The organisation’s own log: its head, keys, witnesses, and the heads of its days.',
    output: Closed({
      organisationId: UuidType(),
      origin: Type.String(),
      size: Size(),
      checkpoint: Nullable(Type.String()),
      signedAt: Nullable(InstantType()),
      /** The clock stands more than an hour before the newest head. */
      clockSetBack: Type.Boolean(),
      keys: Type.Array(Key),
      witnesses: Type.Array(
        Closed({
          name: Type.String(),
          keyId: Type.String(),
          vkey: Type.String(),
          registeredAt: InstantType(),
          lastSignedAt: Nullable(InstantType()),
          lastSize: Nullable(Size()),
        }),
      ),
      registrarEmail: Nullable(Type.String()),
      canMail: Type.Boolean(),
      days: Type.Array(
        Closed({
          day: DayType(),
          size: Size(),
          root: Type.String(),
          mailedAt: Nullable(InstantType()),
          unsent: Nullable(Type.String()),
        }),
      ),
    }),
    refusals: [],
  }),
  registerWitness: endpoint({
    method: 'POST',
    path: '/log-witnesses',
    permission: 'organisation.manage',
    summary: 'Trusts a witness, by its key for cosignatures: name+id+base64.',
    body: Closed({ vkey: Type.String({ minLength: 1, maxLength: 400 }) }),
    output: Closed({ name: Type.String(), keyId: Type.String() }),
    status: 201,
    refusals: ['witness-key-unreadable', 'witness-known'],
  }),
  endWitness: endpoint({
    method: 'DELETE',
    path: '/log-witnesses/{keyId}',
    permission: 'organisation.manage',
    summary: 'Takes no more cosignatures from a witness; those it gave stay.',
    params: Closed({ keyId: Type.String({ pattern: '^[0-9a-f]{8}$' }) }),
    output: Closed({ ended: Type.Integer() }),
    refusals: ['witness-not-found'],
  }),
  setRegistrar: endpoint({
    method: 'PUT',
    path: '/log-registrar',
    permission: 'organisation.manage',
    summary: 'Where the head of each day is mailed: an office that keeps records.',
    body: Closed({ email: Nullable(Type.String({ minLength: 3, maxLength: 254 })) }),
    output: Closed({ email: Nullable(Type.String()) }),
    refusals: ['registrar-address-wrong'],
  }),
}
