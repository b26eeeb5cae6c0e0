import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// `npm run build` gives dist/, served by the platform and by nginx; while developing, the API of a running platform is behind the proxy.
export default defineConfig({
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(['/api', '/auth', '/store'].map((path) => [path, 'http://127.0.0.1:4200'])),
  },
  build: { target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 900 },
});
