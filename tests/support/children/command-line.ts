// The command line as a process of its own.
import { main } from '../../../src/cli.ts'

await main(process.argv.slice(2))
