# seatrial and nothing else. Build it where the tarball of a release has been unpacked:
#
#   docker build --tag seatrial --file Dockerfile dist/seatrial-VERSION-linux-x86_64
#   docker run --rm --volume "$PWD:/src:ro" seatrial
FROM scratch
COPY seatrial LICENSE copyright /
USER 65534:65534
WORKDIR /src
ENTRYPOINT ["/seatrial"]
