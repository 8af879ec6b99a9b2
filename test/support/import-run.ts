// A process of its own that works one import through, so that a test can kill it.
import { connect } from '../../src/database/connect.ts'
import { runImport } from '../../src/features/devices/jobs/run.ts'

const [config, runId] = process.argv.slice(2)
const database = connect(JSON.parse(config!) as object)
await runImport(database, runId!, {
  batchRows: 50,
  onProgress: ({ rows }) => void process.stdout.write(`${rows}\n`),
})
await database.close()
