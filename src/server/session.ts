// The endpoints that stand before sign-in, and the cookie.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refuse } from '../core/result.ts'
import * as declared from '../features/organisations/api/session.ts'
import { roleTexts } from '../features/organisations/texts.ts'
import { fromOwnPage, invalidInput, languageOf, sendProblem, type Server } from './http.ts'
import { sessionOf } from './session-of.ts'
import { problemOf } from './problems.ts'
import { callerBySession, callerByToken, signIn, signOut, type Caller } from './sign-in.ts'
import { inputFaultsOf } from './validate.ts'

// __Host- binds the cookie to this very host over TLS. Plain HTTP, as on one's own machine,
// cannot carry it, so the name tells which one was set.
const cookieName = (request: FastifyRequest) =>
  request.protocol === 'https' ? '__Host-omlopp' : 'omlopp'

const callers = new WeakMap<FastifyRequest, Promise<Caller | null>>()

/** Who makes this request; asked once per request. */
export function callerOf(server: Server, request: FastifyRequest): Promise<Caller | null> {
  let caller = callers.get(request)
  if (!caller) {
    caller = findCaller(server, request)
    callers.set(request, caller)
  }
  return caller
}

async function findCaller(server: Server, request: FastifyRequest): Promise<Caller | null> {
  const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')
  if (bearer) return callerByToken(server.database, bearer[1]!, server.now())
  const secret = request.cookies[cookieName(request)]
  return secret ? callerBySession(server.database, secret, server.now()) : null
}

export function addSessionRoutes(app: FastifyInstance, server: Server) {
  app.post(
    '/api/v1/session',
    { config: { rateLimit: { max: 60, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const language = languageOf(request)
      if (!fromOwnPage(request))
        return sendProblem(reply, problemOf(refuse('origin-refused'), language))
      const faults = inputFaultsOf(declared.signIn.body, request.body, 'body')
      if (faults.length > 0) return sendProblem(reply, invalidInput(faults, language))
      const { email, password } = request.body as { email: string; password: string }
      const result = await signIn(server.database, email, password, server.now())
      if (!result.ok) return sendProblem(reply, problemOf(result, language))
      setCookie(request, reply, result.value.secret)
      const caller = await callerBySession(server.database, result.value.secret, server.now())
      return reply.code(201).send(await sessionOf(server.database, caller!))
    },
  )
  app.delete('/api/v1/session', async (request, reply) => {
    if (!fromOwnPage(request))
      return sendProblem(reply, problemOf(refuse('origin-refused'), languageOf(request)))
    const secret = request.cookies[cookieName(request)]
    if (secret) await signOut(server.database, secret)
    reply.clearCookie(cookieName(request), { path: '/' })
    return reply.code(204).send()
  })
  app.get('/api/v1/session/hints', async () => ({
    items: server.hints.map((hint) => ({ ...hint, role: roleTexts[hint.role] })),
  }))
  app.get('/api/v1/session', async (request, reply) => {
    const caller = await callerOf(server, request)
    if (!caller) return sendProblem(reply, problemOf(refuse('not-signed-in'), languageOf(request)))
    return sessionOf(server.database, caller)
  })
}

function setCookie(request: FastifyRequest, reply: FastifyReply, secret: string) {
  reply.setCookie(cookieName(request), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
  })
}
