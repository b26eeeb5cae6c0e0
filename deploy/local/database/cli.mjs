// Usage: node deploy/local/database/cli.mjs start <data folder> <port> [--test]
// Prints the address when the database is ready; Ctrl-C or SIGTERM stops it.
import { setUp, SetupError } from '../steps.mjs';
import { startDatabase } from './launcher.mjs';

await setUp(async () => {
  const [command, dataFolder, port] = process.argv.slice(2);
  if (command !== 'start' || !dataFolder || !Number(port)) {
    throw new SetupError('Usage: node deploy/local/database/cli.mjs start <data folder> <port> [--test]');
  }
  const database = await startDatabase({ dataFolder, port: Number(port), durable: !process.argv.includes('--test') });
  console.log(database.uri);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => database.stop().then(() => process.exit(0)));
  }
});
