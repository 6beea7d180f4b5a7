"""The analyst's desk: pages and HTTP API over one case.

    app          the application: routes, middleware, errors, put together in one place
    queue        open questions, one after another
    warming      what pages ask for first, derived before anybody asks
    state        what pages know of the case: its picture, and answers kept until it changes
    api          records of the contract over HTTP
    judging      judgements over HTTP
    pages        one module a page, listed in the order of the navigation
    lines        claims as lines of evidence: outlet, voices, words, where they stand
    templating   Jinja with escaping, filters, and what every page is given
    exporting    which files a page offers
    assets       names of scripts and style sheets, hashed
    accounts     who asks, and what each may do
    security     headers, sessions, protection of what changes something
    problems     one shape of errors
"""

from crossread.desk.app import create_app

__all__ = ["create_app"]
