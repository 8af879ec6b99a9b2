// What an installation publishes of its logs at one address: its keys, and the head of each log as of
// its last day. Whoever keeps a copy can tell later if another head is shown for that day.
import type { FastifyInstance } from 'fastify'
import { publishedHeads } from '../features/proofs/store/log-witness.ts'
import type { Server } from './http.ts'

export function serveWellKnown(app: FastifyInstance, { database }: Server) {
  app.get(
    '/.well-known/omlopp-log',
    { config: { rateLimit: { max: 120, timeWindow: '1 minute' } } },
    async (_request, reply) => {
      const heads = await database.asSystem(publishedHeads)
      return reply.type('application/json').send(
        JSON.stringify({
          installation: database.keys?.installation ?? null,
          keys: database.keys?.logKeys() ?? [],
          heads: heads.map(({ day, note }) => ({ day, checkpoint: note })),
        }),
      )
    },
  )
}
