"""Files on any URL that fsspec opens (s3://, sftp://, memory:// …), with the extra `dask`.

Each kind of storage has errors of its own; what leaves this module is an OSError, or MissingExtra where a
package is not there.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b
from typing import Any, BinaryIO, cast

from newssplit.batch.stamps import Entry, Stamp
from newssplit.errors import MissingExtra, NewssplitError


@contextmanager
def foreign_errors(url: str) -> Iterator[None]:
    """What a storage can raise, as an OSError."""
    try:
        yield
    except (NewssplitError, OSError, MemoryError):
        raise
    except ImportError as error:
        problem = f"{url.partition('://')[0]}:// needs another package ({error})"
        raise MissingExtra(problem, path=url, remedy="install it beside newssplit") from None
    except Exception as error:  # of whatever library speaks to the storage
        raise OSError(str(error) or type(error).__name__) from error


def stamp(url: str) -> Stamp:
    """The stamp of a file, IsADirectoryError for a folder."""
    with foreign_errors(url):
        info = _filesystem(url).info(url)
        if info.get("type") == "directory":
            raise IsADirectoryError
        return _stamp(info)


def is_folder(url: str) -> bool:
    with foreign_errors(url):
        return bool(_filesystem(url).isdir(url))


def entries(folder: str) -> Iterator[Entry]:
    """What is in a folder, in no order."""
    with foreign_errors(folder):
        filesystem = _filesystem(folder)
        found = filesystem.ls(folder, detail=True)
    for info in found:
        path = filesystem.unstrip_protocol(info["name"])
        yield Entry(path, path.rstrip("/").rpartition("/")[2], info["type"] == "directory", _stamp(info))


def opened(url: str) -> BinaryIO:
    """The file, open for reading bytes; what reading it raises is for `foreign_errors`."""
    with foreign_errors(url):
        return cast(BinaryIO, _filesystem(url).open(url, "rb"))


def put(new: str, url: str) -> Stamp:
    """Copy a local file to `url`; its stamp there."""
    with foreign_errors(url):
        filesystem = _filesystem(url)
        filesystem.makedirs(url.rpartition("/")[0], exist_ok=True)
        filesystem.put_file(new, url)
        return _stamp(filesystem.info(url))


def remove(url: str) -> None:
    """Remove a file."""
    with foreign_errors(url):
        _filesystem(url).rm_file(url)


def _filesystem(url: str) -> Any:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MissingExtra("URLs need fsspec", remedy="pip install 'newssplit[dask]'") from None
    return url_to_fs(url)[0]


def _stamp(info: dict[str, Any]) -> Stamp:
    tag = info.get("ETag") or info.get("etag")
    mark = int.from_bytes(blake2b(str(tag).encode(), digest_size=7).digest(), "big") if tag else -1
    when = next((info[key] for key in ("mtime", "LastModified", "updated", "created") if info.get(key)), None)
    size = info.get("size")
    return Stamp(-1 if size is None else int(size), _nanoseconds(when), mark)


def _nanoseconds(when: object) -> int:
    match when:
        case datetime():
            return int(when.timestamp() * 1e9)
        case int() | float():
            return int(when * 1e9)
    return -1
