// A Kafka node for tests: node broker.mjs <folder> <port>. Says «ready» and «back» with the process id to its parent; ends with it.
import { startKafka } from '../../../deploy/local/kafka.mjs';

const [dataFolder, port] = process.argv.slice(2);
const kafka = await startKafka({ dataFolder, port: Number(port) });
process.send?.({ pid: kafka.pid });

process.on('message', (request) => {
  if (request === 'kill') {
    // It is started again by its supervisor, with the same data.
    process.kill(kafka.pid, 'SIGKILL');
  }
});
const end = () => kafka.stop().then(() => process.exit(0));
process.on('disconnect', end);
process.on('SIGTERM', end);
