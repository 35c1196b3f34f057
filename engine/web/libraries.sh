#!/usr/bin/env bash
# Builds the libraries of the engine for the page: WebAssembly from Debian's source packages, of the versions that are
# installed for the program itself, so that both compute with the same code. Prints the folder they are in.
# Takes   a folder to work in (build/page). What was built once stands in a folder named by all versions and by `recipe`
#         below, which goes up when what is built here changes.
# Needs   emscripten, the packages of .ci/packages; nothing is installed and no list of apt's is changed.
set -euo pipefail
work=$(mkdir -p "$1" && cd "$1" && pwd)
root=$PWD
export NODE_PATH=/usr/share/nodejs LC_ALL=C.UTF-8
jobs=${JIHENG_JOBS:-1}
recipe=3

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
mkdir -p "$out/include" "$out/lib" "$work/trees"
tree() { # NAME: unpacks the source package, prints its folder
  local ready
  ready=$(basename "$(compgen -G "$work/sources/$1-*.ready" | head -n 1)" .ready)
  rm -rf "$work/trees/$1"
  dpkg-source --no-check -x "$work/sources/$1_${ready#"$1"-}.dsc" "$work/trees/$1" >/dev/null
  echo "$work/trees/$1"
}
# Nothing is configured and no file is compiled by itself: emcc takes longer to begin than most of them to compile, and asks of
# CMake longer than both. The answers that a configuration would find out stand here.
trees=$work/trees
rm -rf "$trees/objects" && mkdir -p "$trees/objects"
: >"$trees/commands"
compiled() { # LIBRARY SOURCE… -- FLAG…: lib/libLIBRARY.a of the sources, a few of them a call; all libraries at once, below
  local library=$1 sources=() some flags
  shift
  while [ "$1" != -- ]; do sources+=("$(realpath "$1")") && shift; done
  shift
  printf -v flags ' %q' -O2 "$@"
  mkdir -p "$trees/objects/$library"
  while [ ${#sources[@]} -gt 0 ]; do
    printf -v some ' %q' "${sources[@]:0:16}"
    sources=("${sources[@]:16}")
    echo "cd $trees/objects/$library && emcc -c$flags$some" >>"$trees/commands"
  done
}
joined() { # NAME SOURCE…: one source that includes them; prints it
  local name=$1
  shift
  printf '#include "%s"\n' "$@" >"$trees/$name.cc"
  echo "$trees/$name.cc"
}
cxx=(-fexceptions -ffp-contract=off -DNDEBUG)

# C++ first: these take longest. qpdf without what only writes files, runs jobs, or unpacks pictures: JPEG is none of the
# filters that text is packed with.
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
left='/QPDF(Job|ArgParser|Usage|Writer|Outline|NameTree|NumberTree|Embedded|EFStream|FileSpec|PageLabel)'
left+='|/QPDF_(json|linear)|openssl|gnutls|-c\.cc$|/(Pl_DCT|NNTree|JSONHandler)'
mapfile -t parts < <(printf '%s\n' "$PWD"/*.cc | grep -vE "$left")
qpdf=(-I"$from/page" -I"$from/include" -I"$PWD" -I"$out/include")
for ((i = 0; i < 4; ++i)); do
  some=()
  for ((j = i; j < ${#parts[@]}; j += 4)); do some+=("${parts[j]}"); done
  compiled qpdf "$(joined "qpdf$i" "${some[@]}")" -- "${cxx[@]}" -std=c++17 -DPOINTERHOLDER_TRANSITION=4 \
    -DQPDF_DISABLE_QTC=1 "${qpdf[@]}"
done
compiled qpdf sha2.c sha2big.c -- "${qpdf[@]}"
mkdir -p "$out/include/qpdf" && cp ../include/qpdf/* "$out/include/qpdf"

from=$(tree yaml-cpp) # what reads, event by event
cd "$from/src"
parts=("$PWD"/{depthguard,directives,exceptions,exp,null,parser,regex_yaml,scanner,scanscalar,scantag,scantoken}.cpp
  "$PWD"/{simplekey,singledocparser,stream,tag}.cpp)
compiled yaml-cpp "$(joined yaml-cpp "${parts[@]}")" -- "${cxx[@]}" -std=c++14 -I"$from/include" -I"$PWD"
cp -r ../include/yaml-cpp "$out/include"
from=$(tree fmtlib)
compiled fmt "$from/src/format.cc" -- "${cxx[@]}" -std=c++14 -I"$from/include"
cp -r "$from/include/fmt" "$out/include"
from=$(tree muparser)
cd "$from/src"
compiled muparser "$(joined muparser "$PWD"/muParser{,Base,Bytecode,Callback,Error,TokenReader}.cpp)" -- \
  "${cxx[@]}" -std=c++14 -DMUPARSER_STATIC -I"$from/include"
cp ../include/*.h "$out/include"
from=$(tree pugixml)
compiled pugixml "$from/src/pugixml.cpp" -- "${cxx[@]}" -std=c++14
cp "$from"/src/*.hpp "$out/include"

from=$(tree zlib)
cd "$from"
compiled z {adler32,compress,crc32,deflate,gzclose,gzlib,gzread,gzwrite,infback,inffast,inflate,inftrees,trees,uncompr,zutil}.c -- \
  -DHAVE_UNISTD_H
cp zlib.h zconf.h "$out/include"
from=$(tree expat)
if [ -d "$from/expat" ]; then mv "$from/expat" "$from-inner" && rm -rf "$from" && mv "$from-inner" "$from"; fi
cd "$from/lib"
printf '#define %s\n' 'XML_NS 1' 'XML_DTD 1' 'XML_GE 1' 'XML_CONTEXT_BYTES 1024' 'BYTEORDER 1234' 'HAVE_MEMMOVE 1' \
  'XML_DEV_URANDOM 1' >expat_config.h
compiled expat xmlparse.c xmltok.c xmlrole.c -- -I"$PWD"
cp expat.h expat_external.h "$out/include"

# Its table of errors is made of its header; how large its numbers are says the header of the program's own.
from=$(tree libzip)
cd "$from/lib"
printf '#define %s\n' HAVE_{FILENO,FSEEKO,FTELLO,LOCALTIME_R,SNPRINTF,STRCASECMP,STRDUP,STRTOLL,STRTOULL} \
  HAVE_{STDBOOL_H,STRINGS_H,UNISTD_H} 'SIZEOF_OFF_T 8' 'SIZEOF_SIZE_T 4' 'PACKAGE "libzip"' 'VERSION ""' >config.h
sed -i '1i #include "zipconf.h"' config.h
cp "$(find /usr/include -name zipconf.h | head -n 1)" .
errors() { sed -nE "s|^#define ZIP_ER_[A-Z_]+ [0-9]+ +/\* ([NSZ]) (.*[^ ]) +\*/$|$1|p" zip.h; }
printf '%s\n' '#include "zipint.h"' 'const char* const _zip_err_str[] = {' "$(errors '"\2",')" '};' \
  'const int _zip_nerr_str = sizeof(_zip_err_str) / sizeof(_zip_err_str[0]);' 'const int _zip_err_type[] = {' \
  "$(errors 'ZIP_ET_\1,' | sed 's/_N,/_NONE,/; s/_S,/_SYS,/; s/_Z,/_ZLIB,/')" '};' >zip_err_str.c
mapfile -t parts < <(printf '%s\n' *.c | grep -vE 'win32|uwp|crypto_|winzip_aes|algorithm_(bzip2|xz)')
compiled zip "${parts[@]}" -- -DHAVE_CONFIG_H -I"$PWD" -I"$out/include"
cp zip.h zipconf.h "$out/include"
from=$(tree libxlsxwriter) # its own minizip and md5
cd "$from"
compiled xlsxwriter src/*.c third_party/minizip/{ioapi,zip}.c third_party/tmpfileplus/tmpfileplus.c third_party/md5/md5.c -- \
  -DNDEBUG -DNOCRYPT -DNOUNCRYPT -I"$PWD/include" -I"$out/include"
cp -r include/* "$out/include"

from=$trees/gumbo
rm -rf "$from" && mkdir -p "$from"
(cd "$from" && npm pack --ignore-scripts "$gumbo" >/dev/null && tar xzf ./*.tgz)
cd "$from/package/deps/gumbo-parser/src"
cmp gumbo.h /usr/include/gumbo.h
compiled gumbo ./*.c -- -std=c99
cp ./*.h "$out/include"

# What only reads archives: of each library the C files that unpack.
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
  -std=gnu99 -I"$PWD"/{api,common,check,lz,rangecoder,lzma,delta,simple,../common} -DHAVE_{STDBOOL,STDINT,INTTYPES,LIMITS,STRING}_H \
  -DHAVE_DECODERS -DHAVE_DECODER_{LZMA1,LZMA2,X86,POWERPC,IA64,ARM,ARMTHUMB,ARM64,SPARC,DELTA} -DHAVE_LZIP_DECODER \
  -DHAVE_CHECK_{CRC32,CRC64,SHA256} -DTUKLIB_SYMBOL_PREFIX=lzma_ -DSIZEOF_SIZE_T=4
cp -r api/lzma api/lzma.h "$out/include"
from=$(tree libarchive)
cd "$from/libarchive"
grep -v 'HAVE_LINUX_\|XATTR\|CDEFS' ../contrib/android/config/linux_host.h >config.h
compiled archive archive_{acl,blake2s_ref,blake2sp_ref,check_magic,cryptor,entry,entry_sparse,entry_xattr,hmac,ppmd7,ppmd8,rb}.c \
  archive_{read,read_add_passphrase,read_open_memory,string,string_sprintf,util,virtual}.c \
  archive_read_support_filter_{bzip2,gzip,xz}.c archive_read_support_format_{7zip,rar,rar5,tar,zip}.c -- \
  -DHAVE_CONFIG_H -D__LIBARCHIVE_CONFIG_H_INCLUDED -DHAVE_BZLIB_H -DHAVE_LZMA_H -DHAVE_ZSTD_H -DHAVE_LIBZSTD -I"$PWD" -I"$out/include" \
  -DHAVE_DECL_{INT32_MAX,INT32_MIN,INT64_MAX,INT64_MIN,INTMAX_MAX,INTMAX_MIN,SIZE_MAX,UINT32_MAX,UINT64_MAX,UINTMAX_MAX}=1
cp archive.h archive_entry.h "$out/include"

cd "$root"
xargs -P "$jobs" -d '\n' -n 1 bash -c <"$trees/commands"
for library in "$trees"/objects/*; do emar rcs "$out/lib/lib$(basename "$library").a" "$library"/*.o; done
cp -r /usr/include/eigen3/Eigen /usr/include/nlohmann "$out/include/"
date >"$out/done"
exec >&3
echo "$out"
