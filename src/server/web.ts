// The built web, the readable API page, and the single page for every other address.
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
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
  const page = folder && existsSync(`${folder}/index.html`) ? await servePages(app, folder) : null
  app.setNotFoundHandler((request, reply) => {
    if (page === null || !wantsPage(request))
      return sendProblem(reply, problemOf(refuse('endpoint-not-found'), languageOf(request)))
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page)
  })
}

/** Serves the built files. @returns the single page that every address of the web begins with */
async function servePages(app: FastifyInstance, folder: string): Promise<string> {
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
  return readFile(`${folder}/index.html`, 'utf8')
}

const wantsPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  !request.url.startsWith('/api/') &&
  !/\.\w+$/.test(request.url.split('?')[0]!)
