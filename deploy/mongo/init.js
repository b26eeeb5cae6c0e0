// Makes the replica set and the account of the services. Runs on the first member at every start; does nothing the second time.
const admin = db.getSiblingDB('admin');
const members = ['mongo-1', 'mongo-2', 'mongo-3'].map((host, index) => ({ _id: index, host: `${host}:27017` }));

try {
  rs.status();
} catch (error) {
  if (error.codeName !== 'NotYetInitialized') {
    throw error;
  }
  // This member has the administrator's account already; the others are empty and copy it.
  rs.initiate({ _id: 'aigaq', members });
}
while (!db.hello().isWritablePrimary && !db.hello().primary) {
  sleep(500);
}

if (db.hello().isWritablePrimary) {
  const account = { pwd: process.env.MONGODB_PASSWORD, roles: ['readWriteAnyDatabase'] };
  if (admin.getUser('aigaq')) {
    admin.updateUser('aigaq', account);
  } else {
    admin.createUser({ user: 'aigaq', ...account });
  }
}
