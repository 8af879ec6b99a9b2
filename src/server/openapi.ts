// OpenAPI 3.1 out of the declarations; TypeBox schemas are JSON Schema already.
import type { TObject, TProperties } from 'typebox'
import type { EndpointDeclaration } from '../core/endpoint.ts'
import * as session from '../features/organisations/api/session.ts'
import { isList } from './csv.ts'

type Json = Record<string, unknown>

const problem = {
  description: 'Refused: a problem document (RFC 9457) with a stable code.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

export function openApi(
  endpoints: readonly { readonly name: string; readonly declaration: EndpointDeclaration }[],
): Json {
  const { readSession, signIn, signOut, readSignInHints } = session
  const all = [
    ...Object.entries({ readSession, signIn, signOut, readSignInHints }).map(([name, one]) => ({
      name: `organisations.${name}`,
      declaration: one as EndpointDeclaration,
    })),
    ...endpoints,
  ]
  const paths: Record<string, Json> = {}
  for (const { name, declaration } of all)
    (paths[declaration.path] ??= {})[declaration.method.toLowerCase()] = operation(
      name,
      declaration,
    )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Omlopp',
      version: '1',
      description:
        'Keeps IT equipment in circulation. Money is `{amountOre, currency}` or a field ending in `Ore`; instants are UTC; days are plain dates. Lists page by `cursor` and answer CSV for `?format=csv`. Posts take `Idempotency-Key`; edits take `If-Match`.',
    },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-omlopp' },
      },
      schemas: { Problem: problemSchema },
    },
  }
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    details: { type: 'object' },
    problems: { type: 'array', items: { type: 'object' } },
  },
}

function operation(name: string, declaration: EndpointDeclaration): Json {
  const post = declaration.method === 'POST' && !declaration.upload && !declaration.file
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: declaration.summary,
    'x-permission': declaration.permission,
    'x-refusals': declaration.refusals,
    ...(declaration.permission === 'public' ? { security: [] } : {}),
    parameters: [
      ...parameters(declaration.params, 'path'),
      ...parameters(declaration.query, 'query'),
      ...(isList(declaration)
        ? [{ name: 'format', in: 'query', schema: { type: 'string', enum: ['csv'] } }]
        : []),
      ...(post ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }] : []),
    ],
    ...requestBody(declaration),
    responses: {
      [declaration.status ?? 200]: { description: 'Done.', content: answerContent(declaration) },
      default: problem,
    },
  }
}

const parameters = (schema: TObject<TProperties> | undefined, where: 'path' | 'query'): Json[] =>
  Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || ((schema?.required ?? []) as readonly string[]).includes(name),
    schema: property,
  }))

function requestBody({ body, upload }: EndpointDeclaration): Json {
  if (upload)
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
          },
        },
      },
    }
  return body
    ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
    : {}
}

function answerContent({ output, file }: EndpointDeclaration): Json {
  return file
    ? Object.fromEntries(file.map((type) => [type, {}]))
    : { 'application/json': { schema: output } }
}
