# Lede in a container: `docker build -t lede .`, then
# `docker run --env-file .env -e LEDE_HTTP=0.0.0.0:8080 -p 127.0.0.1:8080:8080 -v lede:/app/data/db lede`
FROM node:24-slim
WORKDIR /app
COPY . .
RUN npm ci --omit=dev --no-audit --no-fund && mkdir -p data/db && chown -R node:node data
USER node
# Not npm, which would stand between the container and its signals.
CMD ["node", "dist/src/main.js"]
