// HTTP: sign-in, one loop over the declared endpoints, errors, OpenAPI, the web.
import { randomFillSync } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { idMaker } from '../core/ids.ts'
import { refuse, type Refusal, type Result } from '../core/result.ts'
import type { Language } from '../core/text.ts'
import type { Database } from '../database/connect.ts'
import type { ActionContext } from '../database/context.ts'
import { sendJob } from '../database/send-job.ts'
import { answerList, isList, wantsCsv } from './csv.ts'
import { features } from './features.ts'
import { keepAnswer, takeKey } from './idempotency.ts'
import type { Bound, FileAnswer, UploadedFile, Whose } from './implement.ts'
import { openApi } from './openapi.ts'
import {
  fromOwnPage,
  invalidInput,
  languageOf,
  sendProblem,
  type Server,
  type SignInHint,
} from './http.ts'
import { outageOf } from './outages.ts'
import { problemOf } from './problems.ts'
import { addSessionRoutes, callerOf } from './session.ts'
import type { Caller } from './sign-in.ts'
import type { TSchema } from 'typebox'
import { faultsOf, inputFaultsOf, noDayIn, readQuery, type FieldFault } from './validate.ts'
import { serveWeb } from './web.ts'
import { serveWellKnown } from './well-known.ts'

export interface AppOptions {
  readonly database: Database
  readonly now?: () => Date
  /** Folder of the built web; without it only the API answers. */
  readonly webFolder?: string
  /** Checks every answer against its declaration: on in tests and in development. */
  readonly checkAnswers?: boolean
  readonly hints?: readonly SignInHint[]
  readonly log?: boolean
}

/** Largest file that may be sent in. */
const UPLOAD_BYTES = 256 * 1024 * 1024

const newIdAt = idMaker((bytes) => randomFillSync(bytes))

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const server: Server = {
    database: options.database,
    now: options.now ?? (() => new Date()),
    checkAnswers: options.checkAnswers ?? false,
    hints: options.hints ?? [],
  }
  const app = fastify({
    trustProxy: process.env['OMLOPP_TRUST_PROXY'] === '1',
    logger: options.log ? { level: 'warn', redact: ['req.headers'] } : false,
    bodyLimit: 4 * 1024 * 1024,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
  })
  // Fastify's own validator is set aside: input is read by validate.ts, so that every fault is named.
  app.setValidatorCompiler(() => () => true)
  await app.register(cookie)
  await app.register(helmet, { contentSecurityPolicy: contentSecurityPolicy, hsts: false })
  await app.register(multipart, { limits: { fileSize: UPLOAD_BYTES, files: 1, fields: 20 } })
  await app.register(rateLimit, { global: false })
  app.setErrorHandler((error, request, reply) => answerFault(error, request, reply))
  addSessionRoutes(app, server)
  const bound = features.flat()
  for (const endpoint of bound) addRoute(app, server, endpoint)
  const document = openApi(bound.map(({ name, declaration }) => ({ name, declaration })))
  app.get('/api/v1/openapi.json', async () => document)
  serveWellKnown(app, server)
  await serveWeb(app, options.webFolder, document)
  return app
}

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    // Barcode reading runs as WebAssembly that we serve ourselves.
    scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
}

/** `{deviceId}` in a declared path is `:deviceId` to the router. */
const routePath = (path: string) => `/api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`

function addRoute(app: FastifyInstance, server: Server, bound: Bound) {
  const { declaration } = bound
  app.route({
    method: declaration.method,
    url: routePath(declaration.path),
    ...(bound.whose ? { config: { rateLimit: PUBLIC_RATE } } : {}),
    handler: async (request, reply) => {
      const language = languageOf(request)
      const { whose } = bound
      const caller = whose ? null : await callerOf(server, request)
      const barred = whose ? null : barrier(request, caller, declaration.permission)
      if (barred) return sendProblem(reply, problemOf(barred, language))
      const given = await readInput(request, bound)
      if ('faults' in given) return sendProblem(reply, invalidInput(given.faults, language))
      if ('refusal' in given) return sendProblem(reply, problemOf(given.refusal, language))
      const reader = whose ? await anybody(server, whose, request) : caller!
      if (!reader) return sendProblem(reply, problemOf(refuse(whose!.otherwise), language))
      return answer(server, request, reply, bound, reader, given.input, language)
    },
  })
}

/** Calls a minute from one address to what anybody may read. */
const PUBLIC_RATE = { max: 120, timeWindow: '1 minute' }

/** Somebody without an account: the view of the organisation whose thing it is, and no permission. */
async function anybody(
  server: Server,
  whose: Whose,
  request: FastifyRequest,
): Promise<Caller | null> {
  const params = request.params as Readonly<Record<string, string>>
  const found = await server.database.asSystem((tx) => whose.find(tx, params))
  if (!found) return null
  const { organisationId } = found
  const nobody = { personId: organisationId, roles: [], permissions: new Set<never>() }
  return { ...nobody, organisationId, by: 'token' }
}

/** From cheap to deep: signed in, from our own page, permitted. */
function barrier(request: FastifyRequest, caller: Caller | null, access: string): Refusal | null {
  if (!caller) return refuse('not-signed-in')
  if (caller.by === 'session' && request.method !== 'GET' && !fromOwnPage(request))
    return refuse('origin-refused')
  if (access !== 'signedIn' && !(caller.permissions as ReadonlySet<string>).has(access))
    return refuse('not-permitted', { permission: access })
  return null
}

type Given = { input: Record<string, unknown> } | { faults: FieldFault[] } | { refusal: Refusal }

async function readInput(request: FastifyRequest, { declaration }: Bound): Promise<Given> {
  const input: Record<string, unknown> = {}
  const faults: FieldFault[] = []
  const noDays: string[] = []
  const check = (schema: TSchema, value: unknown, where: string) => {
    const found = inputFaultsOf(schema, value, where)
    const noDay = found.length > 0 ? noDayIn(schema, value, where) : null
    if (noDay === null) faults.push(...found)
    else noDays.push(noDay)
  }
  if (declaration.params) {
    input['params'] = request.params
    check(declaration.params, request.params, 'params')
  }
  if (declaration.query) {
    const { format: _format, ...query } = request.query as Record<string, unknown>
    input['query'] = readQuery(declaration.query, query)
    check(declaration.query, input['query'], 'query')
  }
  if (declaration.upload) {
    const file = await readUpload(request)
    if (!file) return { refusal: refuse('file-missing') }
    input['file'] = file
  } else if (declaration.body) {
    input['body'] = request.body
    check(declaration.body, request.body, 'body')
  }
  if (faults.length > 0) return { faults }
  return noDays.length > 0 ? { refusal: refuse('day-not-valid', { field: noDays[0]! }) } : { input }
}

async function readUpload(request: FastifyRequest): Promise<UploadedFile | null> {
  if (!request.isMultipart()) return null
  const part = await request.file()
  if (!part) return null
  const fields: Record<string, string> = {}
  for (const [name, field] of Object.entries(part.fields))
    if (field && !Array.isArray(field) && field.type === 'field') fields[name] = String(field.value)
  return { fileName: part.filename, stream: part.file, fields }
}

function contextOf(
  server: Server,
  request: FastifyRequest,
  caller: Caller,
  language: Language,
  tx: ActionContext['tx'],
): ActionContext {
  const now = server.now()
  const ifMatch = /^"?(\d+)"?$/.exec(String(request.headers['if-match'] ?? ''))
  return {
    tx,
    organisationId: caller.organisationId,
    actorId: caller.personId,
    permissions: caller.permissions,
    now,
    newId: () => newIdAt(now),
    language,
    baseUrl: `${request.protocol}://${request.host}`,
    keys: server.database.keys,
    ...(ifMatch ? { ifMatch: Number(ifMatch[1]) } : {}),
    send: (job) => sendJob(tx, job),
  }
}

async function answer(
  server: Server,
  request: FastifyRequest,
  reply: FastifyReply,
  bound: Bound,
  caller: Caller,
  input: Record<string, unknown>,
  language: Language,
) {
  const { declaration, handler } = bound
  const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined
  const status = declaration.status ?? 200
  const result = await server.database.forOrganisation<unknown>(
    caller.organisationId,
    async (tx): Promise<Result<unknown>> => {
      const ctx = contextOf(server, request, caller, language, tx)
      const act = () => handler(ctx, input as never)
      if (isList(declaration) && wantsCsv(request)) return answerList(ctx, bound, input)
      if (typeof key !== 'string' || declaration.upload || declaration.file) return act()
      const kept = await takeKey(ctx, key.slice(0, 200), `${request.url}\n${JSON.stringify(input)}`)
      if (kept && 'ok' in kept) return kept
      if (kept) return { ok: true, value: new Kept(kept.status, kept.body) }
      const first = await act()
      if (first.ok) await keepAnswer(ctx, key.slice(0, 200), status, JSON.stringify(first.value))
      return first
    },
  )
  if (!result.ok) return sendProblem(reply, problemOf(result, language))
  const { value } = result
  if (value instanceof Kept)
    return reply
      .code(value.status)
      .type('application/json')
      .header('idempotent-replayed', 'true')
      .send(value.body)
  if (declaration.file || isFile(value)) return sendFile(reply, value as FileAnswer)
  if (server.checkAnswers) checkAnswer(bound, value)
  const version = (value as { version?: unknown } | null)?.version
  if (typeof version === 'number') reply.header('etag', `"${version}"`)
  return reply.code(status).type('application/json').send(JSON.stringify(value))
}

class Kept {
  readonly status: number
  readonly body: string
  constructor(status: number, body: string) {
    this.status = status
    this.body = body
  }
}

const isFile = (value: unknown): value is FileAnswer =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'contentType' in value

function sendFile(reply: FastifyReply, file: FileAnswer) {
  const name = encodeURIComponent(file.fileName)
  return reply
    .type(file.contentType)
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .send(file.bytes instanceof Uint8Array ? Buffer.from(file.bytes) : file.bytes)
}

function checkAnswer(bound: Bound, value: unknown) {
  const faults = faultsOf(bound.declaration.output, JSON.parse(JSON.stringify(value)), '')
  if (faults.length > 0)
    throw new Error(
      `${bound.name} answers outside its declaration: ${JSON.stringify(faults.slice(0, 3))}`,
    )
}

/** SQLSTATE of a value that PostgreSQL cannot read as what it is to be: too large, too long, no date. */
const UNREADABLE = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05'])

function answerFault(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { statusCode, code } = error as { statusCode?: number; code?: string }
  const language = languageOf(request)
  if (statusCode === 429)
    return sendProblem(reply, problemOf(refuse('too-many-requests'), language))
  if (statusCode === 413 || code === 'FST_REQ_FILE_TOO_LARGE')
    return sendProblem(reply, problemOf(refuse('file-too-large'), language))
  if (statusCode && statusCode < 500)
    return sendProblem(reply, { ...problemOf(refuse('body-unreadable'), language), status: 400 })
  // Nothing was kept: the transaction went back. Told to the log as well, since a declaration that
  // lets such a value through is to be made narrower.
  if (code !== undefined && UNREADABLE.has(code)) {
    process.stderr.write(`${request.method} ${request.url}: ${(error as Error).message}\n`)
    return sendProblem(reply, problemOf(refuse('invalid-input'), language))
  }
  const outage = outageOf(error)
  if (outage) {
    process.stderr.write(`${request.method} ${request.url}: ${(error as Error).message}\n`)
    return sendProblem(reply.header('retry-after', '10'), problemOf(refuse(outage), language))
  }
  // The stack goes to the log; the caller learns only that nothing was changed.
  process.stderr.write(
    `${request.method} ${request.url}: ${(error as Error).stack ?? String(error)}\n`,
  )
  return sendProblem(reply, { ...problemOf(refuse('fault'), language), status: 500 })
}
