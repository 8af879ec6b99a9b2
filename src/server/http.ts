// What every route shares: the caller's language, where a call came from, answers that refuse.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../core/result.ts'
import type { Language } from '../core/text.ts'
import type { Database } from '../database/connect.ts'
import type { Role } from '../features/organisations/rules.ts'
import { problemOf, type Problem } from './problems.ts'
import type { FieldFault } from './validate.ts'

export interface SignInHint {
  readonly organisation: string
  readonly name: string
  readonly role: Role
  readonly email: string
  readonly password: string
}

export interface Server {
  readonly database: Database
  readonly now: () => Date
  readonly checkAnswers: boolean
  readonly hints: readonly SignInHint[]
}

/** A header that no other site can make a browser send, and an origin that is ours. */
export function fromOwnPage(request: FastifyRequest): boolean {
  if (request.headers['x-omlopp-csrf'] === undefined) return false
  const origin = request.headers.origin
  return origin === undefined || origin.replace(/^https?:\/\//, '') === request.headers.host
}

export function languageOf(request: FastifyRequest): Language {
  const wanted = String(request.headers['accept-language'] ?? '')
  return /^\s*en\b/i.test(wanted) ? 'en' : 'sv'
}

export const sendProblem = (reply: FastifyReply, problem: Problem) =>
  reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))

export const invalidInput = (faults: FieldFault[], language: Language): Problem => ({
  ...problemOf(refuse('invalid-input'), language),
  problems: faults,
})
