"""Read in processes of their own: the reader's parse never holds up whoever asks for it."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from bot.beat import Beat
from bot.models import Article, Reading
from bot.reading import read_articles

CHUNK = 8  # articles that a process is given at a time
AHEAD = 2  # chunks that wait for each process, so that none is idle and memory stays flat


def read_in_processes(articles: Iterable[Article], beat: Beat, processes: int) -> Iterator[Reading]:
    """Read articles in several processes; readings come in the order of the articles."""
    incoming, waiting = iter(articles), deque[Future[list[Reading]]]()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context) as pool:
        try:
            while chunk := list(islice(incoming, CHUNK)):
                waiting.append(pool.submit(_read, chunk, beat))
                if len(waiting) > processes * AHEAD:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _read(articles: list[Article], beat: Beat) -> list[Reading]:
    return list(read_articles(articles, beat))
