# The service as an image: docker compose up --build, or docker build -t relogrid . && docker run -p 8080:8080 relogrid
# The first stage makes the release (docs/RELEASE.md), the second has only what runs, with a class cache for its JVM. The
# target `vm` is the same with QEMU and the guest, for a worker that boots kernels.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates maven npm && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN ci/fetch-node
# The time inside the jars; the sums are those of docs/RELEASE.md when it is the commit's (git log -1 --format=%ct).
ARG SOURCE_DATE_EPOCH
RUN ci/release /release \
    && java -Djarmode=tools -jar /release/relogrid-[0-9]*.jar extract --destination /relogrid --application-filename relogrid.jar \
    && cp /release/relogrid-[0-9]*.cdx.json LICENSE ci/container-start /relogrid \
    && case $(uname -m) in aarch64) rm /relogrid/lib/*-linux-amd64-* ;; *) rm /relogrid/lib/*-linux-arm64v8-* ;; esac \
    && mv /relogrid/lib /libraries

FROM ${RUN_IMAGE} AS service
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /home/relogrid relogrid \
    && mkdir /data /relogrid && chown relogrid /data /relogrid
WORKDIR /relogrid
COPY --from=build /libraries lib
COPY --from=build /relogrid ./
USER relogrid
# Starts once, up to where it would answer: what the JVM learned then it need not learn again.
RUN RELOGRID_JAVA_OPTIONS="-XX:AOTCacheOutput=relogrid.aot -Dspring.context.exit=onRefresh" ./container-start serve --data /tmp/once \
    && test -s relogrid.aot && rm -rf /tmp/*
ENV RELOGRID_DATA=/data SERVER_ADDRESS=0.0.0.0
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
    CMD curl -fsS http://127.0.0.1:${SERVER_PORT:-8080}/actuator/health/readiness
ENTRYPOINT ["/relogrid/container-start"]
CMD ["serve"]

# Without the guest everything but booting works; it says so when somebody asks.
FROM build AS guest
RUN apt-get update && apt-get install -y --no-install-recommends \
        binutils cpio curl dpkg-dev gcc gcc-aarch64-linux-gnu libc6-dev libc6-dev-arm64-cross make python3 xz-utils zstd \
    && rm -rf /var/lib/apt/lists/*
RUN (ci/fetch-corpus guest && src/guest/build --arch amd64 target/guest && src/guest/build --arch arm64 target/guest) \
    || mkdir -p target/guest

FROM service AS vm
USER root
RUN apt-get update && apt-get install -y --no-install-recommends qemu-system-x86 qemu-system-arm && rm -rf /var/lib/apt/lists/*
COPY --from=guest /source/target/guest guest
USER relogrid

FROM service
