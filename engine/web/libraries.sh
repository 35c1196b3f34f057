#!/usr/bin/env bash
# Builds the libraries of the engine for the page: WebAssembly from Debian's source packages, of the versions that are
# installed for the program itself, so that both compute with the same code. Prints the folder they are in.
# Takes   a folder to work in (build/page). What was built once stands in a folder named by all versions and by `recipe`
#         below, which goes up when what is built here changes.
# Needs   emscripten, cmake, ninja, the packages of .ci/packages; nothing is installed and no list of apt's is changed.
set -euo pipefail
work=$(mkdir -p "$1" && cd "$1" && pwd)
export NODE_PATH=/usr/share/nodejs LC_ALL=C.UTF-8
jobs=${JIHENG_JOBS:-1}
recipe=1

# Binary packages of the program whose sources are built; header-only ones (Eigen, JSON) are copied as they are. gumbo comes
# from npm's copy of the same release: its header must be the installed one's.
binaries=(libfmt-dev libmuparser-dev libyaml-cpp-dev libxlsxwriter-dev libzip-dev libpugixml-dev zlib1g-dev libexpat1-dev)
gumbo=gumbo-parser@0.3.0
sources=()
for package in "${binaries[@]}"; do
  sources+=("$(dpkg-query -W -f '${source:Package}=${source:Version}' "$package")")
done
key=$(printf '%s\n' "$recipe" "$gumbo" "${sources[@]}" \
  "$(dpkg-query -W -f '${Version}' emscripten libeigen3-dev nlohmann-json3-dev)" | sha256sum | cut -c1-16)
out=$work/libraries-$key
if [ -f "$out/done" ]; then
  echo "$out"
  exit 0
fi

exec 3>&1 >&2
# Sources: a list of apt's own, made of what the machine is told to install from.
list_sources() {
  mkdir -p "$work/apt/lists/partial" "$work/apt/cache/archives/partial" "$work/sources"
  : >"$work/apt/debian.sources"
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    if [ -f "$file" ] && grep -q '^Suites:.*bookworm' "$file"; then
      { sed 's/^Types:.*/Types: deb-src/' "$file" && echo; } >>"$work/apt/debian.sources"
    fi
  done
  grep -hs '^deb .*bookworm.* main' /etc/apt/sources.list /etc/apt/sources.list.d/*.list | sed 's/^deb /deb-src /' \
    >"$work/apt/debian.list" || true
  local list=$work/apt/debian.sources
  [ -s "$list" ] || list=$work/apt/debian.list
  options=(-o "Dir::Etc::sourcelist=$list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$work/apt/lists"
    -o "Dir::Cache=$work/apt/cache" -o APT::Sandbox::User=root -q)
  apt-get "${options[@]}" update
}
has_source() { compgen -G "$work/sources/${1%%=*}-*.ready" >/dev/null; }
listed=
for source in "${sources[@]}"; do
  if has_source "$source"; then continue; fi
  if [ -z "$listed" ]; then list_sources; fi
  listed=1
  # The installed version; where its source is not to be had (a security archive without it), another the list has.
  name=${source%%=*}
  for version in "${source#*=}" $(apt-cache "${options[@]}" showsrc "$name" | sed -n 's/^Version: //p'); do
    if (cd "$work/sources" && apt-get "${options[@]}" source --download-only "$name=$version"); then
      touch "$work/sources/$name-${version#*:}.ready"
      break
    fi
  done
  has_source "$source" || { echo "错误: 取不到 $name 的源码。" && exit 2; }
done

rm -rf "$out"
mkdir -p "$out/include" "$out/lib/pkgconfig" "$work/trees"
tree() { # NAME: unpacks the source package, prints its folder
  local ready
  ready=$(basename "$(compgen -G "$work/sources/$1-*.ready" | head -n 1)" .ready)
  rm -rf "$work/trees/$1"
  dpkg-source --no-check -x "$work/sources/$1_${ready#"$1"-}.dsc" "$work/trees/$1" >/dev/null
  echo "$work/trees/$1"
}
flags="-O2 -fexceptions -ffp-contract=off"
build() { # NAME OPTION…: a library that has a CMakeLists.txt
  local name=$1 from
  shift
  from=$(tree "$name")
  emcmake cmake -G Ninja -S "$from" -B "$from/build-page" -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$out" \
    -DCMAKE_INSTALL_LIBDIR=lib -DCMAKE_FIND_ROOT_PATH="$out" -DCMAKE_PREFIX_PATH="$out" -DBUILD_SHARED_LIBS=OFF \
    -DCMAKE_CXX_FLAGS="$flags" -DCMAKE_C_FLAGS="$flags" -DCMAKE_CXX_FLAGS_RELEASE=-DNDEBUG -DCMAKE_C_FLAGS_RELEASE=-DNDEBUG \
    "$@"
  cmake --build "$from/build-page" -j "$jobs"
  cmake --install "$from/build-page"
}
export PKG_CONFIG_LIBDIR=$out/lib/pkgconfig

from=$(tree zlib) # its CMake file writes into the source; a dozen C files need none
(cd "$from" && emcc -c -O2 -DHAVE_UNISTD_H adler32.c compress.c crc32.c deflate.c gzclose.c gzlib.c gzread.c gzwrite.c \
  infback.c inffast.c inflate.c inftrees.c trees.c uncompr.c zutil.c && emar rcs "$out/lib/libz.a" ./*.o)
cp "$from/zlib.h" "$from/zconf.h" "$out/include"
printf 'Name: zlib\nDescription: zlib\nVersion: %s\nLibs: -L%s/lib -lz\nCflags: -I%s/include\n' \
  "$(sed -n 's/^#define ZLIB_VERSION "\(.*\)"/\1/p' "$from/zlib.h")" "$out" "$out" >"$out/lib/pkgconfig/zlib.pc"
zlib=(-DZLIB_LIBRARY="$out/lib/libz.a" -DZLIB_INCLUDE_DIR="$out/include")

build fmtlib -DFMT_TEST=OFF -DFMT_DOC=OFF
build muparser -DENABLE_SAMPLES=OFF -DENABLE_OPENMP=OFF -DBUILD_TESTING=OFF
build yaml-cpp -DYAML_CPP_BUILD_TESTS=OFF -DYAML_CPP_BUILD_TOOLS=OFF -DYAML_BUILD_SHARED_LIBS=OFF
build pugixml
from=$(tree expat)
if [ -d "$from/expat" ]; then mv "$from/expat" "$from-inner" && rm -rf "$from" && mv "$from-inner" "$from"; fi
(cd "$from/lib" && printf '#define XML_NS 1\n#define XML_DTD 1\n#define XML_GE 1\n#define XML_CONTEXT_BYTES 1024\n#define BYTEORDER 1234\n#define HAVE_MEMMOVE 1\n#define XML_DEV_URANDOM 1\n' >expat_config.h &&
  emcc -c -O2 -I. xmlparse.c xmltok.c xmlrole.c && emar rcs "$out/lib/libexpat.a" xmlparse.o xmltok.o xmlrole.o &&
  cp expat.h expat_external.h "$out/include")
build libzip "${zlib[@]}" -DHAVE_SIZEOF_OFF_T=TRUE -DSIZEOF_OFF_T=8 -DHAVE_SIZEOF_SIZE_T=TRUE -DSIZEOF_SIZE_T=4 \
  -DENABLE_COMMONCRYPTO=OFF -DENABLE_GNUTLS=OFF -DENABLE_MBEDTLS=OFF -DENABLE_OPENSSL=OFF -DENABLE_BZIP2=OFF \
  -DENABLE_LZMA=OFF -DENABLE_ZSTD=OFF -DBUILD_TOOLS=OFF -DBUILD_REGRESS=OFF -DBUILD_EXAMPLES=OFF -DBUILD_DOC=OFF
build libxlsxwriter "${zlib[@]}" -DUSE_SYSTEM_MINIZIP=OFF -DUSE_OPENSSL_MD5=OFF
from=$work/trees/gumbo
rm -rf "$from" && mkdir -p "$from"
(cd "$from" && npm pack --ignore-scripts "$gumbo" >/dev/null && tar xzf ./*.tgz)
from=$from/package/deps/gumbo-parser
cmp "$from/src/gumbo.h" /usr/include/gumbo.h
(cd "$from/src" && emcc -c -O2 -std=c99 ./*.c && emar rcs "$out/lib/libgumbo.a" ./*.o && cp ./*.h "$out/include")
cp -r /usr/include/eigen3/Eigen /usr/include/nlohmann "$out/include/"
date >"$out/done"
exec >&3
echo "$out"
