# The service as an image: docker compose up --build. The first stage builds as ./relogrid does anywhere, the second has only
# what runs, and QEMU for the worker that boots kernels.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends \
        maven binutils ca-certificates cpio curl dpkg-dev gcc gcc-aarch64-linux-gnu libc6-dev libc6-dev-arm64-cross make \
        python3 xz-utils zstd \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /relogrid
COPY . .
RUN ./relogrid --version
# Without the guest everything but booting works; it says so when somebody asks.
RUN (ci/fetch-corpus guest && src/guest/build --arch amd64 target/guest && src/guest/build --arch arm64 target/guest) \
    || mkdir -p target/guest

FROM eclipse-temurin:25-jdk
RUN apt-get update && apt-get install -y --no-install-recommends curl qemu-system-x86 qemu-system-arm \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /home/relogrid relogrid \
    && mkdir /data && chown relogrid /data
WORKDIR /relogrid
COPY --from=build /relogrid/relogrid /relogrid/LICENSE ./
COPY --from=build /relogrid/ci/find-jdk ci/find-jdk
COPY --from=build /relogrid/btf-archive btf-archive
COPY --from=build /relogrid/target/run target/run
COPY --from=build /relogrid/target/guest target/guest
USER relogrid
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./relogrid"]
CMD ["serve"]
