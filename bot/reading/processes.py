"""Read in processes of their own: the reader's parse never holds up whoever asks for it."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import chain, islice

from bot.beat import Beat
from bot.models import Article, Reading
from bot.reading import read_articles

CHUNK = 8  # articles that a process is given at a time
AHEAD = 2  # chunks that wait for each process, so that none is idle and memory stays flat


def read_in_processes(articles: Iterable[Article], beat: Beat, processes: int) -> Iterator[Reading]:
    """Read articles in several processes; readings come in the order of the articles.

    A handful is read in this process: starting another would take longer.
    """
    incoming = iter(articles)
    first = list(islice(incoming, CHUNK))
    if len(first) < CHUNK:
        yield from read_articles(first, beat)
        return
    chunks = chain([first], iter(lambda: list(islice(incoming, CHUNK)), []))
    yield from _in_a_pool(chunks, beat, processes)


def _in_a_pool(chunks: Iterable[list[Article]], beat: Beat, processes: int) -> Iterator[Reading]:
    waiting = deque[Future[list[Reading]]]()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_begin) as pool:
        try:
            for chunk in chunks:
                with sheltered():
                    waiting.append(pool.submit(_read, chunk, beat))
                while waiting and (waiting[0].done() or len(waiting) > processes * AHEAD):
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def sheltered() -> Iterator[None]:
    """Start processes that no interrupt reaches, not even while they load; ours comes after."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read(articles: list[Article], beat: Beat) -> list[Reading]:
    return list(read_articles(articles, beat))


def _begin() -> None:
    """Leave interrupts to the process that asked, and end when it ends, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
