#!/usr/bin/env bash
# Builds the libraries of the engine for the page: WebAssembly from Debian's source packages, of the versions that are
# installed for the program itself, so that both compute with the same code. Prints the folder they are in.
# Takes   a folder to work in (build/page). What was built once stands in a folder named by all versions and by `recipe`
#         below, which goes up when what is built here changes.
# Needs   emscripten, cmake, ninja, the packages of .ci/packages; nothing is installed and no list of apt's is changed.
set -euo pipefail
work=$(mkdir -p "$1" && cd "$1" && pwd)
root=$PWD
export NODE_PATH=/usr/share/nodejs LC_ALL=C.UTF-8
jobs=${JIHENG_JOBS:-1}
recipe=2

# Binary packages of the program whose sources are built; header-only ones (Eigen, JSON) are copied as they are. gumbo comes
# from npm's copy of the same release: its header must be the installed one's.
binaries=(libfmt-dev libmuparser-dev libyaml-cpp-dev libxlsxwriter-dev libzip-dev libpugixml-dev zlib1g-dev libexpat1-dev libqpdf-dev
  libarchive-dev libbz2-1.0 liblzma5 libzstd1)
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
# What only reads archives: of each library the C files that unpack.
compiled() { # LIBRARY SOURCE… -- FLAG…: objects of the sources, several at a time, into lib/libLIBRARY.a
  local library=$1 sources=() objects
  shift
  while [ "$1" != -- ]; do sources+=("$1") && shift; done
  shift
  objects=$(mktemp -d -p "$work/trees")
  printf '%s\n' "${sources[@]}" |
    xargs -P "$jobs" -I {} bash -c 'out=$1 file=$2 && shift 2 && emcc -c -O2 "$@" "$file" -o "$out/${file//\//_}.o"' _ "$objects" {} "$@"
  emar rcs "$out/lib/lib$library.a" "$objects"/*.o
}
from=$(tree bzip2)
cd "$from"
compiled bz2 crctable.c randtable.c huffman.c blocksort.c compress.c decompress.c bzlib.c --
cp bzlib.h "$out/include"
from=$(tree libzstd)
cd "$from/lib"
compiled zstd common/{debug,entropy_common,error_private,fse_decompress,zstd_common,xxhash}.c decompress/*.c -- \
  -DZSTD_DISABLE_ASM
cp zstd.h zstd_errors.h "$out/include"
from=$(tree xz-utils)
cd "$from/src/liblzma"
compiled lzma check/{check,crc32_fast,crc32_table,crc64_fast,crc64_table,sha256}.c lz/lz_decoder.c \
  lzma/{lzma_decoder,lzma2_decoder,lzma_encoder_presets}.c delta/{delta_common,delta_decoder}.c \
  simple/{simple_coder,simple_decoder,x86,powerpc,ia64,arm,armthumb,arm64,sparc}.c \
  common/{common,alone_decoder,auto_decoder,block_decoder,block_header_decoder,block_util,filter_common,filter_decoder}.c \
  common/{filter_flags_decoder,index,index_decoder,index_hash,lzip_decoder,stream_decoder,stream_flags_common}.c \
  common/{stream_flags_decoder,vli_decoder,vli_size}.c -- \
  -std=gnu99 -I{api,common,check,lz,rangecoder,lzma,delta,simple,../common} -DHAVE_{STDBOOL,STDINT,INTTYPES,LIMITS,STRING}_H \
  -DHAVE_DECODERS -DHAVE_DECODER_{LZMA1,LZMA2,X86,POWERPC,IA64,ARM,ARMTHUMB,ARM64,SPARC,DELTA} -DHAVE_LZIP_DECODER \
  -DHAVE_CHECK_{CRC32,CRC64,SHA256} -DTUKLIB_SYMBOL_PREFIX=lzma_ -DSIZEOF_SIZE_T=4
cp -r api/lzma api/lzma.h "$out/include"
from=$(tree libarchive)
cd "$from/libarchive"
grep -v 'HAVE_LINUX_\|XATTR\|CDEFS' ../contrib/android/config/linux_host.h >config.h
compiled archive archive_{acl,blake2s_ref,blake2sp_ref,check_magic,cryptor,entry,entry_sparse,entry_xattr,hmac,ppmd7,ppmd8,rb}.c \
  archive_{read,read_add_passphrase,read_open_memory,string,string_sprintf,util,virtual}.c \
  archive_read_support_filter_{bzip2,gzip,xz}.c archive_read_support_format_{7zip,rar,rar5,tar,zip}.c -- \
  -DHAVE_CONFIG_H -D__LIBARCHIVE_CONFIG_H_INCLUDED -DHAVE_BZLIB_H -DHAVE_LZMA_H -DHAVE_ZSTD_H -DHAVE_LIBZSTD -I. -I"$out/include" \
  -DHAVE_DECL_{INT32_MAX,INT32_MIN,INT64_MAX,INT64_MIN,INTMAX_MAX,INTMAX_MIN,SIZE_MAX,UINT32_MAX,UINT64_MAX,UINTMAX_MAX}=1
cp archive.h archive_entry.h "$out/include"

# qpdf without what only writes files, runs jobs, or unpacks pictures: JPEG is none of the filters that text is packed with.
from=$(tree qpdf)
cd "$from/libqpdf"
mkdir -p ../page/qpdf
cat >../page/qpdf/SF_DCTDecode.hh <<'END'
#pragma once
#include <qpdf/QPDFStreamFilter.hh>
#include <stdexcept>
class SF_DCTDecode: public QPDFStreamFilter {
 public:
  Pipeline* getDecodePipeline(Pipeline*) override { throw std::runtime_error("no JPEG"); }
  static std::shared_ptr<QPDFStreamFilter> factory() { return std::make_shared<SF_DCTDecode>(); }
  bool isSpecializedCompression() override { return true; }
  bool isLossyCompression() override { return true; }
};
END
printf '#define %s\n' 'USE_CRYPTO_NATIVE 1' 'DEFAULT_CRYPTO "native"' 'RANDOM_DEVICE "/dev/urandom"' 'HAVE_INTTYPES_H 1' \
  'HAVE_STDINT_H 1' 'HAVE_FSEEKO 1' 'HAVE_LOCALTIME_R 1' 'HAVE_TM_GMTOFF 1' 'SIZEOF_SIZE_T 4' >../page/qpdf/qpdf-config.h
parts=$(printf '%s\n' *.cc | grep -vE '^QPDF(Job|ArgParser|Usage|Writer|Outline|NameTree|NumberTree|Embedded|EFStream|FileSpec|PageLabel)|^QPDF_(json|linear)|openssl|gnutls|-c\.cc$|^(Pl_DCT|NNTree|JSONHandler)')
# shellcheck disable=SC2086 # names of files without spaces
compiled qpdf $parts -- $flags -std=c++17 -DPOINTERHOLDER_TRANSITION=4 -DQPDF_DISABLE_QTC=1 -DNDEBUG -I../page -I../include -I. -I"$out/include"
compiled qpdf sha2.c sha2big.c -- -I../page -I../include -I.
mkdir -p "$out/include/qpdf" && cp ../include/qpdf/* "$out/include/qpdf"
cd "$root"
cp -r /usr/include/eigen3/Eigen /usr/include/nlohmann "$out/include/"
date >"$out/done"
exec >&3
echo "$out"
