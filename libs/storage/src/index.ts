export { FileStore, type FileStoreOptions } from './file-store.js';
export { fileStorePlugin, type RefusalText } from './file-store.plugin.js';
export {
  type Bucket,
  BUCKETS,
  ObjectStore,
  type Promotion,
  type StoredObject,
  type UploadForm,
  type UploadRequest,
} from './object-store.js';
export { S3Store, type S3StoreOptions } from './s3-store.js';
export { storeErrors, uploadErrors } from './store.errors.js';
export { uploadRefusal } from './upload-refusal.js';
