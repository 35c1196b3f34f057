"""Runs the checks of a part whose server stands: the functions named test_…, in order. The last line counts them."""
import sys
import time
import traceback


def run(names):
    """`names`: the globals() of a module."""
    passed = failed = 0
    for name, check in list(names.items()):
        if not name.startswith("test_"):
            continue
        begin = time.monotonic()
        try:
            check()
            passed += 1
            print(f"ok   {name} ({time.monotonic() - begin:.1f} s)", flush=True)
        except Exception:
            failed += 1
            print(f"FAIL {name}", flush=True)
            traceback.print_exc(file=sys.stdout)
    print(f"{passed} passed, {failed} failed")
