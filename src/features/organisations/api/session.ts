// Signing in and out. The session itself is a cookie that script cannot read.
import { Type, type Static } from 'typebox'
import { Choice, Closed, Nullable, UuidType, endpoint } from '../../../core/endpoint.ts'
import { organisationKinds, permissions, roles } from '../rules.ts'

export const SessionType = Closed({
  person: Closed({ id: UuidType(), name: Type.String(), email: Nullable(Type.String()) }),
  organisation: Closed({ id: UuidType(), name: Type.String(), kind: Choice(organisationKinds) }),
  /** The part of the organisation that the person works for; null for all of it. */
  unitName: Nullable(Type.String()),
  roles: Type.Array(Choice(roles)),
  permissions: Type.Array(Choice(permissions)),
})
export type Session = Static<typeof SessionType>

export const readSession = endpoint({
  method: 'GET',
  path: '/session',
  permission: 'signedIn',
  summary: 'Who is signed in, for which organisation, and what they may do.',
  output: SessionType,
  refusals: [],
})

export const signIn = endpoint({
  method: 'POST',
  path: '/session',
  permission: 'public',
  summary: 'Signs a person in with e-mail and password and sets the session cookie.',
  body: Closed({
    email: Type.String({ minLength: 3, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 1024 }),
  }),
  output: SessionType,
  refusals: ['sign-in-wrong', 'sign-in-locked'],
  status: 201,
})

/** Public: who is signed out already, or whose session has ended, is signed out all the same. */
export const signOut = endpoint({
  method: 'DELETE',
  path: '/session',
  permission: 'public',
  summary: 'Ends the session, if there is one, and clears its cookie.',
  output: Type.Null(),
  refusals: [],
  status: 204,
})

/** Empty where no demo runs. */
export const readSignInHints = endpoint({
  method: 'GET',
  path: '/session/hints',
  permission: 'public',
  summary: 'The invented people of the demo, to sign in as.',
  output: Closed({
    items: Type.Array(
      Closed({
        name: Type.String(),
        role: Closed({ sv: Type.String(), en: Type.String() }),
        organisation: Type.String(),
        email: Type.String(),
        password: Type.String(),
      }),
    ),
  }),
  refusals: [],
})
