"""Cuts the blank margin off a picture and saves it with few colours.

  docs/images/crop.py FROM.png TO.png [HEIGHT]

Of HEIGHT only the upper part is kept."""
import sys

from PIL import Image, ImageChops

picture = Image.open(sys.argv[1]).convert("RGB")
if len(sys.argv) > 3:
    picture = picture.crop((0, 0, picture.width, int(sys.argv[3])))
blank = Image.new("RGB", picture.size, picture.getpixel((0, 0)))
left, top, right, bottom = ImageChops.difference(picture, blank).getbbox()
box = (max(left - 8, 0), max(top - 8, 0), min(right + 8, picture.width), min(bottom + 8, picture.height))
picture.crop(box).quantize(96).save(sys.argv[2], optimize=True)
