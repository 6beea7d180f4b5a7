"""Findings from claims laid side by side: pure functions of stored claims, documents and actors.

    slots           claims made ready, and gathered by what they can be compared on
    copies          documents that repeat others
    parties         who acts for whom
    origins         where accounts start
    corroboration   claims that agree
    contradiction   claims that cannot all be true, by the rules of contradiction_rules
    change          what differs because the world changed
    events          claims about one happening
    double_games    actors on both sides
    predictions     forecasts, and what became of them
    balance         strained triangles
"""
