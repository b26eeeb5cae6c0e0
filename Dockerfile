# One image for all services (the command says which) and one for the front: nginx with the portal in it.
FROM node:24-trixie-slim AS build
WORKDIR /app
ENV NX_NO_CLOUD=true NX_DAEMON=false
# `npm install` keeps to the lock; `npm ci` would ask for the packages of every platform.
COPY package.json package-lock.json .npmrc ./
COPY deploy/empty-package deploy/empty-package
COPY libs libs
COPY services services
RUN npm install --no-audit --no-fund
COPY . .
RUN npm run build

FROM build AS pruned
RUN npm prune --omit=dev && rm -rf .nx services/portal

FROM nginx:1.28-alpine AS front
RUN mkdir -p /run/aigaq
COPY deploy/nginx/nginx.conf.template /etc/nginx/templates/nginx.conf.template
COPY --from=build /app/services/portal/dist /srv/portal
ENV NGINX_ENVSUBST_OUTPUT_DIR=/etc/nginx \
    NGINX_LISTEN=8080 \
    NGINX_RUN=/run/aigaq \
    NGINX_ERROR_LOG=/dev/stderr \
    NGINX_ACCESS_LOG=/dev/stdout \
    NGINX_MIME_TYPES=/etc/nginx/mime.types \
    PORTAL_FOLDER=/srv/portal
EXPOSE 8080

FROM node:24-trixie-slim AS service
RUN apt-get update && apt-get install -y --no-install-recommends fonts-dejavu-core tesseract-ocr tesseract-ocr-kaz tesseract-ocr-rus && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production \
    TESSERACT_PROGRAM=/usr/bin/tesseract \
    TESSDATA_FOLDER=/usr/share/tesseract-ocr/5/tessdata \
    TRUST_FOLDERS=/app/data/trust
COPY --from=pruned /app /app
USER node
EXPOSE 3000
