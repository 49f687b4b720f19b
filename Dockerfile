# The site as one image: `npm start` serves it, `npm run worker` does its background jobs.
FROM node:26-bookworm-slim
WORKDIR /site
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --include=dev && npm cache clean --force
COPY . .
RUN node lib/programs/begin.mjs build && mkdir -p /data/files && chown -R node:node /data
USER node
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
EXPOSE 3000
CMD ["node", "lib/programs/begin.mjs", "start"]
