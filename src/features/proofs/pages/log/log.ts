import type { Output } from '../../../../core/endpoint.ts'
import type { logApi } from '../../api/log.ts'

export type Log = Output<typeof logApi.getLog>
