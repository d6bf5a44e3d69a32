# mypy: ignore-errors
"""Calls the kernel as a 32-bit program would, by interrupt 0x80, where filters count otherwise.

It prints TOOK when it got an answer; its end is the right answer.
Needs: x86_64
Verdict: first_prediction: crashed, 0 points
"""

import ctypes
import mmap


def predicted_class(model, images):
    # mov eax, 20 (getpid); int 0x80; ret
    code = bytes.fromhex("b814000000cd80c3")
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(code)
    call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    print("TRIED interrupt 0x80", flush=True)
    answer = call()
    print("TOOK process", answer, flush=True)


def class_probabilities(model, images):
    return None
