// The built web, the readable API page, and the single page for every other address.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../core/result.ts'
import { apiPage } from './api-page.ts'
import { languageOf, sendProblem } from './http.ts'
import { problemOf } from './problems.ts'

export async function serveWeb(
  app: FastifyInstance,
  folder: string | undefined,
  document: Record<string, unknown>,
) {
  app.get('/api', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(apiPage(document)),
  )
  if (!folder || !existsSync(`${folder}/index.html`)) return
  const page = await readFile(`${folder}/index.html`, 'utf8')
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    // Built files carry a hash in their name and never change.
    setHeaders: (reply, path) => {
      if (path.includes('/assets/'))
        reply.setHeader('cache-control', 'public, max-age=31536000, immutable')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      !/\.\w+$/.test(request.url.split('?')[0]!)
    if (!isPage)
      return sendProblem(reply, problemOf(refuse('endpoint-not-found'), languageOf(request)))
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}
