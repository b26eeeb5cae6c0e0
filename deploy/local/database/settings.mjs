// The settings of PostgreSQL under DocumentDB; `postgresql.conf` includes the file that this writes at every start.

/**
 * @param {{ socketFolder: string, durable: boolean }} options `durable: false` is for tests: quick, and lost when the machine stops
 * @returns {string} text of the settings file
 */
export function postgresSettings({ socketFolder, durable }) {
  const settings = {
    // Only processes of this account on this machine reach it.
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: 60,

    // DocumentDB: the order is required, and its helpers connect back to the server.
    shared_preload_libraries: 'pg_cron,pg_documentdb_core,pg_documentdb_extended_rum,pg_documentdb',
    max_worker_processes: 12,
    'cron.database_name': 'postgres',
    'cron.host': socketFolder,
    'cron.log_run': 'off',
    'cron.log_statement': 'off',
    'documentdb.localhost_connection_string': `host=${socketFolder}`,
    'documentdb.useFileBasedPersistedCursors': 'on',
    'documentdb_core.enableCollation': 'on',
    // A sorted page takes 0.2 ms with it instead of 20 ms.
    'documentdb.alternate_index_handler_name': 'extended_rum',

    // Many short queries: planning for parallel or compiled execution costs more than it gives.
    max_parallel_workers_per_gather: 0,
    max_parallel_maintenance_workers: 0,
    jit: 'off',
    shared_buffers: '256MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '512MB',
    checkpoint_timeout: '5min',
    wal_compression: 'on',
    // Upserts of one key wait for each other: find the deadlock soon.
    deadlock_timeout: '50ms',

    // Reads are three to five times slower until a collection has statistics.
    autovacuum_naptime: '5s',
    autovacuum_analyze_threshold: 200,
    autovacuum_vacuum_insert_threshold: 1000,

    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'fatal',
    logging_collector: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'\n`).join('');
}
