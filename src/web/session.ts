// Who is signed in, and the way out.
import { readSession, signOut, type Session } from '../features/organisations/api/session.ts'
import { ApiProblem, call } from './kit/api-client.ts'

export const sessionQuery = {
  queryKey: ['session'],
  staleTime: Infinity,
  /** Null: nobody is signed in. */
  queryFn: async (): Promise<Session | null> => {
    try {
      return await call(readSession, {}, { asStranger: true })
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return null
      throw problem
    }
  },
}

/** Everything read for one person is forgotten before the next: the page is loaded anew. */
export async function leave() {
  await call(signOut, {}, { asStranger: true }).catch((problem: unknown) => {
    if (!(problem instanceof ApiProblem && problem.status === 401)) throw problem
  })
  location.assign('/sign-in')
}
